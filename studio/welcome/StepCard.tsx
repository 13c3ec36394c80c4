import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {Badge, Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {type ReactNode, useEffect, useId, useRef} from 'react'

import type {WelcomeStep} from './welcomeSteps.ts'

interface StepCardProps {
  step: WelcomeStep
  number: number
  title: string
  /** What the step is for, or what it has so far. */
  text: string
  isOpen: boolean
  /** Whether the focus goes to the first control when the step opens. */
  takesFocus: boolean
  onToggle: () => void
  children: ReactNode
}

/** One step: a heading with its state, which opens the controls below it. */
export function StepCard(props: StepCardProps) {
  const {step, number, title, text, isOpen, takesFocus, onToggle, children} = props
  const panelId = useId()
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isOpen && takesFocus) panel.current?.querySelector<HTMLElement>(controls)?.focus()
  }, [isOpen, takesFocus])
  return (
    <Card as="li" radius={3} border data-testid={`welcome-${step.name}`}>
      <h2 style={plainHeading}>
        <Button
          mode="bleed"
          padding={4}
          radius={3}
          width="fill"
          justify="flex-start"
          aria-expanded={isOpen}
          aria-controls={panelId}
          disabled={step.state === 'waiting'}
          onClick={onToggle}
        >
          <Flex gap={3} align="center">
            <Flex flex="none" justify="center" style={markStyle} aria-hidden>
              <Text size={2} muted={step.state !== 'done'}>
                {step.state === 'done' ? <CheckmarkCircleIcon /> : number}
              </Text>
            </Flex>
            <Stack flex={1} gap={2} style={{minWidth: 0}}>
              <Text size={1} weight="semibold" style={wrapping}>
                {title}
              </Text>
              <Text size={1} muted style={wrapping}>
                {text}
              </Text>
            </Stack>
            {step.state === 'done' && <Badge tone="positive">Done</Badge>}
            {step.state !== 'done' && step.isOptional && <Badge>Optional</Badge>}
          </Flex>
        </Button>
      </h2>
      <div id={panelId} ref={panel} hidden={!isOpen}>
        {isOpen && (
          <Box padding={4} paddingTop={2}>
            {children}
          </Box>
        )}
      </div>
    </Card>
  )
}

const controls = 'input:not([type="color"]), a[href], button'
const plainHeading = {margin: 0, font: 'inherit'} as const
const markStyle = {width: 24} as const
const wrapping = {whiteSpace: 'normal', textAlign: 'start'} as const
