import {Box, Button, Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {addDays, datesIn} from '@touchpoints/words/dates'
import {useState} from 'react'

import {useCommunity} from '../community/CommunityContext.ts'
import type {Term} from '../community/readCommunity.ts'
import {IntentButton} from '../links/DocumentLink.tsx'
import {mondayOf, seasonWindow} from './seasonGrid.ts'
import {SeasonPlan} from './SeasonPlan.tsx'
import {useSeason} from './useSeason.ts'

/** Half a year. */
const weekCount = 26
/** A quarter: the next one is then half in sight. */
const stepWeeks = 13

/** Six months of all series: sessions, empty dates, clashes, clock changes and holidays. */
export function SeasonTool() {
  const community = useCommunity()
  const timeZone = community.timeZone ?? browserZone
  const [today] = useState(() => new Date().toISOString())
  const [offset, setOffset] = useState(0)
  const monday = addDays(mondayOf(today, timeZone), offset * 7)
  const lastDay = addDays(monday, weekCount * 7 - 1)
  const {state, reload} = useSeason(seasonWindow({monday, weeks: weekCount}))
  const dates = datesIn('en')

  return (
    <Flex direction="column" height="fill" data-testid="season-tool">
      <Flex gap={2} align="center" wrap="wrap" paddingX={4} paddingTop={3}>
        <Box flex={1}>
          <Text as="h1" size={2} weight="semibold">
            {dates.dateName(monday)} to {dates.dateName(lastDay)}
          </Text>
        </Box>
        <Button mode="ghost" text="Earlier" onClick={() => setOffset(offset - stepWeeks)} />
        <Button
          mode="ghost"
          text="This week"
          disabled={offset === 0}
          onClick={() => setOffset(0)}
        />
        <Button mode="ghost" text="Later" onClick={() => setOffset(offset + stepWeeks)} />
      </Flex>
      {state.kind === 'loading' && (
        <Flex justify="center" padding={6}>
          <Spinner muted />
        </Flex>
      )}
      {state.kind === 'failed' && (
        <Box padding={4}>
          <Card tone="critical" padding={4} radius={2} border role="alert">
            <Stack gap={4}>
              <Text size={1}>{state.message}</Text>
              <Flex>
                <Button text="Try again" onClick={reload} />
              </Flex>
            </Stack>
          </Card>
        </Box>
      )}
      {state.kind === 'loaded' && state.facts.series.length === 0 && (
        <Box padding={4}>
          <NoSeries series={community.series} session={community.session} />
        </Box>
      )}
      {state.kind === 'loaded' && state.facts.series.length > 0 && (
        <SeasonPlan
          facts={state.facts}
          now={state.now}
          weeks={weekCount}
          {...{community, timeZone, monday, lastDay}}
        />
      )}
    </Flex>
  )
}

const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone

function NoSeries({series, session}: {series: Term; session: Term}) {
  return (
    <Card padding={4} radius={2} border tone="transparent">
      <Stack gap={4}>
        <Text size={1}>
          No {series.plural} yet. A season shows when the {series.plural} of your community meet,
          and which dates need {session.plural}. Create one and enter its cadence.
        </Text>
        <Flex>
          <IntentButton
            text={`Create ${series.singular}`}
            intent="create"
            params={{type: 'series', template: 'series'}}
          />
        </Flex>
      </Stack>
    </Card>
  )
}
