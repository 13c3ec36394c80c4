import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {Card, Flex, Spinner, Stack, Text} from '@sanity/ui'

import {FeedHealthBadge, FeedHealthLine} from '../calendar/FeedHealthLine.tsx'
import type {EditorsEventsState} from '../calendar/useEditorsEvents.ts'
import {OverviewSection, RowList} from './OverviewSection.tsx'
import {DocumentLink, IntentButton} from '../links/DocumentLink.tsx'

/** The calendars that could not be read, or not lately. The others are counted. */
export function FeedsSection({state}: {state: EditorsEventsState}) {
  const feeds = state.kind === 'loaded' ? state.calendar.feeds : []
  const unhealthy = feeds.filter(({health}) => health.state !== 'fresh')
  const healthy = feeds.length - unhealthy.length
  return (
    <OverviewSection title="Calendars" count={unhealthy.length}>
      {state.kind === 'loading' && <Spinner muted />}
      {state.kind === 'failed' && (
        <Card tone="critical" padding={3} radius={2} border role="alert">
          <Text size={1}>{state.message}</Text>
        </Card>
      )}
      <RowList>
        {unhealthy.map(({id, title, health}) => (
          <li key={id}>
            <DocumentLink id={id} type="calendar">
              <Stack gap={2}>
                <Flex gap={2} align="center">
                  <FeedHealthBadge health={health} />
                  <Text size={1} weight="medium">
                    {title}
                  </Text>
                </Flex>
                <FeedHealthLine health={health} />
              </Stack>
            </DocumentLink>
          </li>
        ))}
      </RowList>
      {state.kind === 'loaded' && (
        <Flex gap={2} align="center">
          {healthy > 0 && (
            <Text size={1} muted>
              <CheckmarkCircleIcon />
            </Text>
          )}
          <Text size={1} muted>
            {healthyText(healthy, feeds.length)}
          </Text>
        </Flex>
      )}
      {state.kind === 'loaded' && feeds.length === 0 && (
        <Flex>
          <IntentButton
            text="Add a calendar"
            intent="create"
            params={{type: 'calendar', template: 'calendar'}}
          />
        </Flex>
      )}
    </OverviewSection>
  )
}

function healthyText(healthy: number, all: number): string {
  if (all === 0) return 'No calendars yet.'
  if (healthy === all)
    return all === 1 ? 'The feed is up to date.' : `All ${all} feeds are up to date.`
  return `${healthy} of ${all} feeds are up to date.`
}
