import {Button, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import {explain, type DisagreementProblem, type MergedEvent} from '@touchpoints/calendar'
import {useEffect, useRef} from 'react'

import {capitalized} from '../community/capitalized.ts'
import {useCommunity} from '../community/CommunityContext.ts'
import {IntentButton} from '../links/DocumentLink.tsx'
import {sessionTemplateId} from '../templates/sessionOfSeries.ts'
import {eventWhen, sourceValue} from './eventWhen.ts'
import {sessionFromEvent} from './sessionFromEvent.ts'
import {feedValuePatch} from './feedValuePatch.ts'

interface EventPanelProps {
  event: MergedEvent
  disagreements: readonly DisagreementProblem[]
  /** Values that the extension of the project publishes, one line each. */
  published: readonly string[]
  onApply: (touchpointId: string, patch: Record<string, unknown>) => void
  onCreate: (session: Record<string, unknown>) => void
  onClose: () => void
}

/** Shows an event with its sources, the fields in which they differ, and its actions. */
export function EventPanel({
  event,
  disagreements,
  published,
  onApply,
  onCreate,
  onClose,
}: EventPanelProps) {
  const touchpointId = event.kind === 'touchpoint' ? event.touchpoint.id : undefined
  const session = event.kind === 'feed' ? sessionFromEvent(event) : undefined
  const {session: own} = useCommunity()
  const panel = useRef<HTMLDivElement>(null)
  // The panel is above a long list, so on a phone it can open outside the view.
  useEffect(() => panel.current?.focus(), [event.id])
  return (
    <Card
      ref={panel}
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
          <Button mode="bleed" fontSize={1} padding={2} text="Close" onClick={onClose} />
        </Flex>
        <Text size={1}>{eventWhen(event)}</Text>
        <Stack gap={2} as="ul" style={{listStyle: 'none', margin: 0, padding: 0}}>
          {explain(event).map((sentence) => (
            <Text as="li" size={1} key={sentence}>
              {sentence}
            </Text>
          ))}
        </Stack>

        {published.length > 0 && (
          <Stack
            gap={2}
            as="ul"
            aria-label="Published"
            style={{listStyle: 'none', margin: 0, padding: 0}}
          >
            {published.map((line) => (
              <Text as="li" size={1} key={line}>
                {line}
              </Text>
            ))}
          </Stack>
        )}

        {disagreements.map((disagreement) => (
          <Disagreement
            key={disagreement.field}
            event={event}
            disagreement={disagreement}
            onApply={(patch) => touchpointId && onApply(touchpointId, patch)}
          />
        ))}

        <Flex gap={2} wrap="wrap">
          {touchpointId && (
            <IntentButton
              text={`Open ${own.singular}`}
              intent="edit"
              params={{id: touchpointId, type: 'touchpoint'}}
            />
          )}
          {event.kind === 'cadence' && event.series && (
            <IntentButton
              text={`Create ${own.singular}`}
              intent="create"
              params={[
                {type: 'touchpoint', template: sessionTemplateId},
                {seriesId: event.series.id, start: event.start, timeZone: event.timeZone},
              ]}
            />
          )}
          {session && (
            <Button
              mode="ghost"
              fontSize={1}
              padding={3}
              text={`Create ${own.singular}`}
              onClick={() => onCreate(session)}
            />
          )}
        </Flex>
      </Stack>
    </Card>
  )
}

interface DisagreementProps {
  event: MergedEvent
  disagreement: DisagreementProblem
  onApply: (patch: Record<string, unknown>) => void
}

const fieldLabels: Readonly<Record<string, string>> = {joinUrl: 'join link'}

/** Shows the values of each source, with a button to use the one of a feed. Feeds can't be edited here. */
function Disagreement({event, disagreement: {field, values}, onApply}: DisagreementProps) {
  const {session: own} = useCommunity()
  const textOf = (value: string) => sourceValue(field, value, event.timeZone)
  return (
    <Card tone="caution" padding={3} radius={2} border>
      <Stack gap={3}>
        <Text size={1} weight="medium">
          Sources differ: {fieldLabels[field] ?? field}
        </Text>
        {values.map(({source, value}) => {
          const origin = event.sources.find(({key}) => key === source)
          const patch =
            event.kind === 'touchpoint' && origin?.kind === 'feed' && feedValuePatch(field, value)
          return (
            <Flex key={source} gap={3} align="center" justify="space-between" wrap="wrap">
              <Text size={1}>
                {origin ? sourceName(origin, own.singular) : source}: {textOf(value)}
              </Text>
              {patch && (
                <Button
                  mode="ghost"
                  fontSize={1}
                  padding={2}
                  text={`Use ${textOf(value)}`}
                  onClick={() => onApply(patch)}
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

/** @param session - the community's word for a session */
function sourceName(source: Source, session: string): string {
  if (source.kind === 'feed') return source.calendarTitle
  return source.kind === 'touchpoint' ? capitalized(session) : 'Cadence'
}
