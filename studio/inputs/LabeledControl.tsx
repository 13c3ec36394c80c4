import {Flex, Stack, Text} from '@sanity/ui'
import {useId, type ReactNode} from 'react'

export interface ControlAttributes {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

interface LabeledControlProps {
  label: string
  hint?: string | undefined
  /** What is wrong with the value. Screen readers announce it. */
  problem?: string | undefined
  /** Called when the focus leaves the control. */
  onLeave?: (() => void) | undefined
  /** Renders the control with the given id and description. */
  children: (attributes: ControlAttributes) => ReactNode
}

/** A control with its label and a hint or a problem below it, connected for screen readers. */
export function LabeledControl({label, hint, problem, onLeave, children}: LabeledControlProps) {
  const id = useId()
  const notes = `${id}-notes`
  const note = problem ?? hint
  return (
    <Stack gap={2} onBlur={onLeave}>
      <Text as="label" size={1} weight="medium" {...{htmlFor: id}}>
        {label}
      </Text>
      {children({
        id,
        ...(note && {'aria-describedby': notes}),
        ...(problem && {'aria-invalid': true}),
      })}
      {note && (
        <Flex role={problem ? 'alert' : undefined}>
          <Text
            id={notes}
            size={1}
            muted={!problem}
            style={problem ? {color: dangerColor} : undefined}
          >
            {note}
          </Text>
        </Flex>
      )}
    </Stack>
  )
}

const dangerColor = 'var(--card-badge-critical-fg-color)'
