import {Button, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import type {DisagreementProblem, MergedEvent} from '@touchpoints/calendar'
import {useEffect, useRef} from 'react'
import {IntentLink} from 'sanity/router'

import {sessionTimes} from '../schedule/sessionTimes.ts'
import {sessionTemplateId} from '../templates/sessionOfSeries.ts'
import {sessionFromEvent} from './sessionFromEvent.ts'
import {takeValue} from './takeValue.ts'

interface EventPanelProps {
  event: MergedEvent
  disagreements: readonly DisagreementProblem[]
  onTake: (touchpointId: string, patch: Record<string, unknown>) => void
  onMake: (session: Record<string, unknown>) => void
  onClose: () => void
}

/** One event: where it is known from, on what its sources differ, and what can be done about it. */
export function EventPanel({event, disagreements, onTake, onMake, onClose}: EventPanelProps) {
  const touchpointId = event.kind === 'touchpoint' ? event.touchpoint.id : undefined
  const session = event.kind === 'feed' ? sessionFromEvent(event) : undefined
  const place = useRef<HTMLDivElement>(null)
  // It stands above a list that may be long: on a phone nobody would see that it has opened.
  useEffect(() => place.current?.focus(), [event.id])
  return (
    <Card
      ref={place}
      tabIndex={-1}
      padding={4}
      border
      radius={2}
      role="region"
      aria-label={event.title}
      style={{flex: '1 1 280px'}}
    >
      <Stack gap={4}>
        <Flex gap={3} justify="space-between" align="center">
          <Heading as="h2" size={1}>
            {event.title}
          </Heading>
          <Button mode="bleed" text="Close" onClick={onClose} />
        </Flex>
        <Text size={1}>{whenText(event)}</Text>
        <Stack gap={2} as="ul" style={{margin: 0, paddingLeft: 20}}>
          {event.sources.map((source) => (
            <Text as="li" size={1} key={source.key}>
              {sourceText(source)}
            </Text>
          ))}
        </Stack>

        {disagreements.map((disagreement) => (
          <Disagreement
            key={disagreement.field}
            event={event}
            disagreement={disagreement}
            onTake={(patch) => touchpointId && onTake(touchpointId, patch)}
          />
        ))}

        <Flex gap={2} wrap="wrap">
          {touchpointId && (
            <Text size={1}>
              <IntentLink intent="edit" params={{id: touchpointId, type: 'touchpoint'}}>
                Open the touchpoint
              </IntentLink>
            </Text>
          )}
          {event.kind === 'cadence' && event.series && (
            <Text size={1}>
              <IntentLink
                intent="create"
                params={[
                  {type: 'touchpoint', template: sessionTemplateId},
                  {seriesId: event.series.id, start: event.start},
                ]}
              >
                Fill this date with a session
              </IntentLink>
            </Text>
          )}
          {session && <Button text="Make a touchpoint of it" onClick={() => onMake(session)} />}
        </Flex>
      </Stack>
    </Card>
  )
}

interface DisagreementProps {
  event: MergedEvent
  disagreement: DisagreementProblem
  onTake: (patch: Record<string, unknown>) => void
}

const words: Readonly<Record<string, string>> = {joinUrl: 'link to join'}

/** Both values side by side, and a click to take a feed's; a feed itself is corrected where it is kept. */
function Disagreement({event, disagreement: {field, values}, onTake}: DisagreementProps) {
  const shownOf = (value: string) => (field === 'start' ? startText(value, event.timeZone) : value)
  return (
    <Card tone="caution" padding={3} radius={2} border>
      <Stack gap={3}>
        <Text size={1} weight="medium">
          The {words[field] ?? field} differs
        </Text>
        {values.map(({source, value}) => {
          const origin = event.sources.find(({key}) => key === source)
          const patch =
            event.kind === 'touchpoint' && origin?.kind === 'feed' && takeValue(field, value)
          return (
            <Flex key={source} gap={3} align="center" justify="space-between" wrap="wrap">
              <Text size={1}>
                {origin ? sourceName(origin) : source}: {shownOf(value)}
              </Text>
              {patch && (
                <Button
                  mode="ghost"
                  text={`Take ${shownOf(value)}`}
                  onClick={() => onTake(patch)}
                />
              )}
            </Flex>
          )
        })}
      </Stack>
    </Card>
  )
}

type Source = MergedEvent['sources'][number]

function sourceName(source: Source): string {
  if (source.kind === 'feed') return source.calendarTitle
  return source.kind === 'touchpoint' ? 'Touchpoint' : 'Cadence'
}

function sourceText(source: Source): string {
  return `${sourceName(source)}: ${source.title}`
}

function whenText({start, end, allDay, floating, timeZone}: MergedEvent): string {
  if (allDay) return `${start}, all day`
  if (floating) return `${start}, in whichever zone one is`
  const minutes = Math.round((Date.parse(end) - Date.parse(start)) / 60_000)
  const zone = timeZone ?? 'UTC'
  const [time] = sessionTimes(start, minutes, [{name: '', timeZone: zone}])
  return `${time?.date}, ${time?.from} to ${time?.to} (${zone})`
}

function startText(start: string, timeZone = 'UTC'): string {
  if (!start.endsWith('Z')) return start
  const [time] = sessionTimes(start, 0, [{name: '', timeZone}])
  return `${time?.date}, ${time?.from}`
}
