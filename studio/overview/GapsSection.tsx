import {Box, Button, Flex, Stack, Text} from '@sanity/ui'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {useRef, useState} from 'react'
import {useClient} from 'sanity'
import {IntentLink} from 'sanity/router'

import {useCommunity} from '../community/CommunityContext.ts'
import {messageOf} from '../messageOf.ts'
import {sessionTimes} from '../schedule/sessionTimes.ts'
import {type Gap, gapWeeks, sessionIdOf} from '../series/seriesGaps.ts'
import {OverviewSection, RowList} from './OverviewSection.tsx'
import {scheduleGap} from './scheduleGap.ts'

/** Dates that fit beside the rest of the first screen. The button shows all. */
const maxShown = 6

type Status = {kind: 'scheduled'; id: string; text: string} | {kind: 'failed'; text: string}

/** Dates without a session, earliest first. One click creates the draft of a session. */
export function GapsSection({gaps, now}: {gaps: readonly Gap[]; now: string}) {
  const client = useClient({apiVersion})
  const {session, timeZone} = useCommunity()
  const heading = useRef<HTMLHeadingElement>(null)
  const [showsAll, setShowsAll] = useState(false)
  const [status, setStatus] = useState<Status>()
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set())
  const schedule = async (gap: Gap) => {
    const key = sessionIdOf(gap)
    if (pending.has(key)) return
    setPending((all) => new Set(all).add(key))
    try {
      const id = await scheduleGap(client, gap, now)
      setStatus({kind: 'scheduled', id, text: `${nameOf(gap)} is a draft now.`})
      // The row and its button go away.
      heading.current?.focus()
    } catch (error) {
      setStatus({kind: 'failed', text: `Could not schedule it (${messageOf(error)}). Try again.`})
    } finally {
      setPending((all) => new Set([...all].filter((each) => each !== key)))
    }
  }
  return (
    <OverviewSection
      title={`Dates without ${session.plural}`}
      count={gaps.length}
      headingRef={heading}
      status={status && <StatusText status={status} />}
      note={
        gaps.length === 0
          ? `Each date of the next ${gapWeeks} weeks that needs its own ${session.singular} has one.`
          : `In the next ${gapWeeks} weeks, of series that need a ${session.singular} for each date.`
      }
    >
      <RowList>
        {gaps.slice(0, showsAll ? gaps.length : maxShown).map((gap) => (
          <Flex as="li" key={sessionIdOf(gap)} gap={2} align="center" padding={2}>
            <Stack flex={1} gap={2}>
              <Text size={1} weight="medium" textOverflow="ellipsis">
                {gap.series.title}
              </Text>
              <Text size={1} muted>
                {whenOf(gap, timeZone)}
              </Text>
            </Stack>
            <Button
              mode="ghost"
              fontSize={1}
              padding={2}
              text="Schedule"
              aria-label={`Schedule ${nameOf(gap)}`}
              onClick={() => void schedule(gap)}
            />
          </Flex>
        ))}
      </RowList>
      {gaps.length > maxShown && (
        <Box>
          <Button
            mode="bleed"
            fontSize={1}
            padding={2}
            text={showsAll ? 'Show fewer' : `Show all ${gaps.length}`}
            aria-expanded={showsAll}
            onClick={() => setShowsAll(!showsAll)}
          />
        </Box>
      )}
    </OverviewSection>
  )
}

function StatusText({status}: {status: Status}) {
  if (status.kind === 'failed') return status.text
  return (
    <>
      {status.text}{' '}
      <IntentLink intent="edit" params={{id: status.id, type: 'touchpoint'}}>
        Open it
      </IntentLink>
    </>
  )
}

/** Names the zone of the date, unless it is the one of the community. */
function whenOf({start, timeZone}: Gap, homeZone?: string): string {
  const [local] = sessionTimes(start, 0, [{name: '', timeZone}])
  const zone = timeZone === homeZone ? '' : ` (${timeZone})`
  return `${local?.date}, ${local?.from}${zone}`
}

function nameOf(gap: Gap): string {
  return `${gap.series.title}, ${whenOf(gap)}`
}
