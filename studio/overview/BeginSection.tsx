import {AddIcon} from '@sanity/icons/Add'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {Box, Button, Flex, Stack, Text} from '@sanity/ui'
import {useIntentLink} from 'sanity/router'

import type {FirstStep} from './firstSteps.ts'
import {OverviewSection} from './OverviewSection.tsx'

/** The steps of beginning. Those that are done have a check mark. */
export function BeginSection({steps}: {steps: readonly FirstStep[]}) {
  const next = steps.find(({isDone}) => !isDone)
  return (
    <OverviewSection title="How to begin" note="Three documents, and your page has its first date.">
      <Stack as="ol" gap={4} style={{listStyle: 'none', margin: 0, padding: 0}}>
        {steps.map((step) => (
          <Flex as="li" key={step.type} gap={3} align="center" wrap="wrap">
            <Stack gap={2} style={{flex: '1 1 260px'}}>
              <Text size={1} weight="medium">
                {step.title}
              </Text>
              <Text size={1} muted>
                {step.text}
              </Text>
            </Stack>
            {step.isDone ? (
              <Flex gap={2} align="center">
                <Text size={1} muted>
                  <CheckmarkCircleIcon />
                </Text>
                <Text size={1} muted>
                  Done
                </Text>
              </Flex>
            ) : (
              <Box>
                <StepButton step={step} isNext={step === next} />
              </Box>
            )}
          </Flex>
        ))}
      </Stack>
    </OverviewSection>
  )
}

function StepButton({step: {type, title}, isNext}: {step: FirstStep; isNext: boolean}) {
  // The community has a fixed id, and typing in its form creates it.
  const link = useIntentLink(
    type === 'community'
      ? {intent: 'edit', params: {id: type, type}}
      : {intent: 'create', params: {type, template: type}},
  )
  return (
    <Button
      as="a"
      icon={AddIcon}
      mode={isNext ? 'default' : 'ghost'}
      fontSize={1}
      text={title}
      {...link}
    />
  )
}
