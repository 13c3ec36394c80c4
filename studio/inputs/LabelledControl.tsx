import {Flex, Stack, Text} from '@sanity/ui'
import {useId, type ReactNode} from 'react'

export interface ControlAttributes {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

interface LabelledControlProps {
  label: string
  hint?: string | undefined
  /** What is wrong with the value; read out when it appears. */
  problem?: string | undefined
  /** Gives the control its id and what describes it. */
  children: (attributes: ControlAttributes) => ReactNode
}

/** A label, its control, and below it a hint or what is wrong, tied together for screen readers. */
export function LabelledControl({label, hint, problem, children}: LabelledControlProps) {
  const id = useId()
  const notes = `${id}-notes`
  const told = problem ?? hint
  return (
    <Stack gap={2}>
      <Text as="label" size={1} weight="medium" {...{htmlFor: id}}>
        {label}
      </Text>
      {children({
        id,
        ...(told && {'aria-describedby': notes}),
        ...(problem && {'aria-invalid': true}),
      })}
      {told && (
        <Flex role={problem ? 'alert' : undefined}>
          <Text
            id={notes}
            size={1}
            muted={!problem}
            style={problem ? {color: dangerColor} : undefined}
          >
            {told}
          </Text>
        </Flex>
      )}
    </Stack>
  )
}

const dangerColor = 'var(--card-badge-critical-fg-color)'
