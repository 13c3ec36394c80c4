import {Box, Card, Container, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {datesIn} from '@touchpoints/words/dates'
import {useMemo} from 'react'

import {attentionItems} from '../attention/attentionItems.ts'
import type {Overview} from '../attention/overview.ts'
import {useCommunity} from '../community/CommunityContext.ts'
import {gaps} from '../series/seriesGaps.ts'
import {DraftsSection} from './DraftsSection.tsx'
import {FeedsSection} from './FeedsSection.tsx'
import {GapsSection} from './GapsSection.tsx'
import {ownMeetings} from './ownMeetings.ts'
import {useFollowedEvents} from './useFollowedEvents.ts'
import {useNow} from './useNow.ts'
import {useOverview} from './useOverview.ts'
import {useWelcomeMode, type WelcomeView} from '../welcome/useWelcomeMode.ts'
import {Welcome} from '../welcome/Welcome.tsx'
import {WelcomeOffer} from '../welcome/WelcomeOffer.tsx'
import {WaitingSection} from './WaitingSection.tsx'
import {nextEntry, weekDays, weekSpan} from './weekEntries.ts'
import {WeekSection} from './WeekSection.tsx'

interface OverviewToolProps {
  eventsUrl: string | undefined
  /** Address of the site. */
  previewUrl: string | undefined
}

/** The Studio's first screen: the welcome until a session is published, then what waits. */
export function OverviewTool(props: OverviewToolProps) {
  const welcome = useWelcomeMode()
  if (welcome.mode === 'open') return <Welcome {...props} onClose={welcome.close} />
  return <OverviewScreen eventsUrl={props.eventsUrl} welcome={welcome} />
}

/** The overview. It follows the documents while they change. */
function OverviewScreen({
  eventsUrl,
  welcome,
}: Pick<OverviewToolProps, 'eventsUrl'> & {welcome: WelcomeView}) {
  const community = useCommunity()
  const state = useOverview(community)
  const now = useNow()
  const timeZone = community.timeZone ?? ownZone
  const {longDay, clock, zoneName} = datesIn('en')
  return (
    <Card height="fill" overflow="auto" data-testid="overview-tool">
      <Container width={5} padding={[3, 4, 5]}>
        <Stack gap={[4, 4, 5]}>
          <Stack gap={3}>
            <Heading as="h1" size={2}>
              {community.name ?? 'Your community'}
            </Heading>
            <Text size={1} muted>
              {longDay(now, timeZone)}, {clock(now, timeZone)} in {zoneName(now, timeZone)}
            </Text>
          </Stack>
          {welcome.mode === 'offered' && <WelcomeOffer {...welcome} />}
          {(state.kind === 'loading' || welcome.mode === undefined) && (
            <Flex justify="center" padding={5} role="status" aria-label="Loading">
              <Spinner muted />
            </Flex>
          )}
          {state.kind === 'failed' && (
            <Card tone="critical" padding={3} radius={2} border role="alert">
              <Text size={1}>{state.message}</Text>
            </Card>
          )}
          {state.kind === 'loaded' && welcome.mode !== undefined && (
            <Sections
              overview={state.overview}
              now={now}
              timeZone={timeZone}
              eventsUrl={eventsUrl}
            />
          )}
        </Stack>
      </Container>
    </Card>
  )
}

interface SectionsProps {
  overview: Overview
  now: string
  timeZone: string
  eventsUrl: string | undefined
}

function Sections({overview, now, timeZone, eventsUrl}: SectionsProps) {
  const community = useCommunity()
  const {from, to} = weekSpan(now, timeZone)
  const calendar = useFollowedEvents(eventsUrl, {from, to})
  const meetings = useMemo(
    () => (calendar.kind === 'loaded' ? ownMeetings(calendar.calendar.events, timeZone) : []),
    [calendar, timeZone],
  )
  const days = useMemo(
    () => weekDays(overview, now, timeZone, meetings),
    [overview, now, timeZone, meetings],
  )
  const items = useMemo(() => attentionItems(community, overview, now), [community, overview, now])
  const open = useMemo(() => gaps(overview.series, now), [overview, now])
  const isEmpty = !overview.hasSeries && !overview.hasSession
  return (
    <Stack gap={4}>
      <div style={columns}>
        {!isEmpty && (
          <Box style={column}>
            <WeekSection
              days={days}
              next={nextEntry(overview, now)}
              now={now}
              timeZone={timeZone}
              ownZone={ownZone}
              calendars={eventsUrl === undefined ? 'none' : calendar.kind}
            />
          </Box>
        )}
        {!isEmpty && (
          <Stack gap={4} style={column}>
            <WaitingSection items={items} />
            {eventsUrl !== undefined && <FeedsSection state={calendar} />}
          </Stack>
        )}
        <Stack gap={4} style={column}>
          {!isEmpty && <GapsSection gaps={open} now={now} />}
          <DraftsSection />
        </Stack>
      </div>
    </Stack>
  )
}

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone
const columns = {display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 16} as const
// Three columns at 1440 px, two at 800, one on a phone.
const column = {flex: '1 1 340px', minWidth: 0} as const
