import {Button, Card, Container, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {useState} from 'react'

import {useCommunity} from '../community/CommunityContext.ts'
import {BringStep} from './BringStep.tsx'
import {CalendarStep} from './CalendarStep.tsx'
import {CommunityStep} from './CommunityStep.tsx'
import {ProblemCard} from './ProblemCard.tsx'
import {SeeStep} from './SeeStep.tsx'
import {SeriesStep} from './SeriesStep.tsx'
import {SessionStep} from './SessionStep.tsx'
import {StepCard} from './StepCard.tsx'
import {pageAddresses} from './pageAddresses.ts'
import {stepWords} from './stepWords.ts'
import {useServesCalendar} from './useServesCalendar.ts'
import {useWelcomeFacts} from './useWelcomeFacts.ts'
import type {WelcomeFacts} from './welcomeFacts.ts'
import {canOpen, nextStep, type StepName, welcomeSteps} from './welcomeSteps.ts'

interface WelcomeProps {
  eventsUrl: string | undefined
  previewUrl: string | undefined
  /** Shows the overview. */
  onClose: () => void
}

/** The way from an empty dataset to the first session on the page. It follows the documents. */
export function Welcome({eventsUrl, previewUrl, onClose}: WelcomeProps) {
  const state = useWelcomeFacts()
  return (
    <Card height="fill" overflow="auto" data-testid="welcome">
      <Container width={1} padding={[3, 4, 5]}>
        <Stack gap={[4, 4, 5]}>
          <Flex gap={3} align="flex-start" wrap="wrap">
            <Stack gap={3} flex={1} style={{minWidth: 240}}>
              <Heading as="h1" size={2}>
                Welcome
              </Heading>
              <Text size={1} muted>
                From an empty Studio to the first meeting on your page. Visitors see nothing before
                you publish.
              </Text>
            </Stack>
            <Button mode="ghost" fontSize={1} text="Open the overview" onClick={onClose} />
          </Flex>
          {state.kind === 'loading' && (
            <Flex justify="center" padding={5} role="status" aria-label="Loading">
              <Spinner muted />
            </Flex>
          )}
          {state.kind === 'failed' && <ProblemCard message={state.message} />}
          {state.kind === 'loaded' && (
            <Steps facts={state.facts} {...{eventsUrl, previewUrl, onClose}} />
          )}
        </Stack>
      </Container>
    </Card>
  )
}

interface StepsProps extends WelcomeProps {
  facts: WelcomeFacts
}

function Steps(props: StepsProps) {
  const {facts, previewUrl} = props
  // Asked for before the last step, which then shows its links at once.
  const {feed} = pageAddresses({previewUrl, slug: undefined}) ?? {}
  const servesMeetings = useServesCalendar(feed, facts.published?.id)
  const community = useCommunity()
  const [chosen, setChosen] = useState<StepName | 'none'>()
  // On the first screen, the focus stays where the browser has it.
  const [hasActed, setHasActed] = useState(false)
  const isShown = chosen === 'none' || (chosen !== undefined && canOpen(chosen, facts))
  const open = isShown ? chosen : nextStep(facts)
  const choose = (name: StepName | 'none' | undefined) => {
    setHasActed(true)
    setChosen(name)
  }
  return (
    <Stack as="ol" gap={3} style={plainList}>
      {welcomeSteps(facts).map((step, index) => {
        const {name} = step
        return (
          <StepCard
            key={name}
            step={step}
            number={index + 1}
            isOpen={open === name}
            takesFocus={hasActed && chosen !== name}
            onToggle={() => choose(open === name ? 'none' : name)}
            {...stepWords(step, facts, community)}
          >
            <StepBody {...{...props, name, servesMeetings}} onDone={() => choose(undefined)} />
          </StepCard>
        )
      })}
    </Stack>
  )
}

interface StepBodyProps extends StepsProps {
  name: StepName
  /** Whether the site shows the meetings. */
  servesMeetings: boolean
  /** Goes on with the next step. */
  onDone: () => void
}

function StepBody(props: StepBodyProps) {
  const {name, facts, eventsUrl, previewUrl, servesMeetings, onDone, onClose} = props

  const timeZone = facts.community?.timeZone ?? ownZone
  switch (name) {
    case 'community':
      return <CommunityStep {...{facts, onDone}} />
    case 'series':
      return <SeriesStep {...{facts, timeZone, onDone}} />
    case 'calendars':
      return <CalendarStep {...{facts, eventsUrl, onDone}} />
    case 'bring':
      return <BringStep />
    case 'session':
      return <SessionStep {...{facts, timeZone, onDone}} />
    case 'see':
      return <SeeStep {...{facts, previewUrl, servesMeetings, onClose}} />
  }
}

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone
const plainList = {listStyle: 'none', margin: 0, padding: 0} as const
