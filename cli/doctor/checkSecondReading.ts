import {defaultAuditDays} from '@touchpoints/calendar/audit'
import type {FeedCache} from '@touchpoints/calendar/fetch'
import {compareReadings, type ReadingDifference} from '@touchpoints/calendar/second-reading'
import type {Calendar} from 'touchpoints'

import type {Diagnosis} from './diagnosis.ts'

const day = 86_400_000
const maxExamples = 3

export interface SecondReadingOptions {
  /** Has the feeds that `checkFeeds` read. */
  cache: Pick<FeedCache, 'get'>
  now: Date
}

/**
 * Compares how node-ical reads each calendar of the community with how we read it, because other sites show these
 * calendars too. A calendar without a copy is left out: `checkFeeds` reports it.
 */
export async function checkSecondReading(
  calendars: readonly Pick<Calendar, '_id' | 'title' | 'enabled' | 'ownership'>[],
  {cache, now}: SecondReadingOptions,
): Promise<Diagnosis[]> {
  const own = calendars.filter(({enabled, ownership}) => enabled && ownership === 'own')
  const diagnoses: Diagnosis[] = []
  // One process at a time, because each may take 512 MB.
  for (const {_id, title} of own) {
    const text = (await cache.get(_id))?.copy?.text
    if (text === undefined) continue
    diagnoses.push({about: `Calendar ${title} in other programs`, ...(await compare(text, now))})
  }
  return diagnoses
}

async function compare(text: string, now: Date): Promise<Pick<Diagnosis, 'state' | 'message'>> {
  const days = defaultAuditDays.ahead
  const to = new Date(now.getTime() + days * day)
  const comparison = await compareReadings(text, {from: now, to})
  switch (comparison.state) {
    case 'skipped':
      return {state: 'info', message: `Not compared. ${comparison.message}`}
    case 'unreadable':
      return {
        state: 'warn',
        message: `Sites that use node-ical show none of its events: ${comparison.message} Correct the calendar, or export it from another program.`,
      }
    case 'compared': {
      const {occurrences, differences, omitted} = comparison
      const count = differences.length + omitted
      const of = `${occurrences} dates of the next ${days} days`
      if (count === 0)
        return {state: 'ok', message: `node-ical reads the ${of} as this project does.`}
      const examples = examplesOf(differences).map(({message}) => message)
      return {
        state: 'info',
        message: `${count} ${count === 1 ? 'difference' : 'differences'} in the ${of}. ${examples.join(' ')}`,
      }
    }
  }
}

/** Returns one difference of each event, because a weekly event has the same one each week. */
function examplesOf(differences: readonly ReadingDifference[]): ReadingDifference[] {
  const byEvent = [...Map.groupBy(differences, ({uid}) => uid).values()]
  return byEvent.flatMap(([first]) => first ?? []).slice(0, maxExamples)
}
