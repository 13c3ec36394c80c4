import {cadenceDates, wallClock, type Cadence, type CadenceBreak} from '@touchpoints/calendar/time'

import {breaksOf, cadenceOf} from '../reading/cadenceOf.ts'
import {communityAmong, communityQuery} from '../reading/community.ts'
import type {Rule} from './finding.ts'

/** Breaks that leave out each date for so long leave out all that matter. */
const yearsAhead = 10

/** Reports an active series without dates to come: its cadence has ended, or breaks leave out each date. */
export const endedCadenceRule = {
  code: 'cadence-ended',
  query: ({lifecycle}) => (lifecycle === 'active' ? communityQuery() : undefined),
  check: ({cadence: stored, lifecycle}, {now, others}) => {
    const cadence = cadenceOf(stored)
    if (lifecycle !== 'active' || !cadence || cadence.slots.length === 0) return []
    const goesOn = cadence.slots.some(
      ({endDate, timeZone}) => !endDate || endDate >= wallClock(now, timeZone).date,
    )
    const today = now.slice(0, 10)
    const isMovedAhead = cadence.exceptions.some(
      (exception) => exception.kind === 'moved' && exception.toDate >= today,
    )
    if (isMovedAhead) return []
    if (goesOn) return withoutDates(cadence, breaksOf(communityAmong(others)?.['breaks']), now)
    const last = cadence.slots
      .flatMap(({endDate}) => endDate ?? [])
      .toSorted()
      .at(-1)
    const message = `The cadence ended on ${last}, so no date follows. Choose “Ended”, or continue the cadence.`
    return [{level: 'info', path: ['lifecycle'], message}]
  },
} as const satisfies Rule

function withoutDates(cadence: Cadence, ofCommunity: readonly CadenceBreak[], now: string) {
  const from = new Date(now)
  const to = new Date(from)
  to.setUTCFullYear(to.getUTCFullYear() + yearsAhead)
  const hasDate = (breaks: readonly CadenceBreak[]) =>
    cadenceDates({...cadence, breaks: [...breaks]}, {from, to}).length > 0
  // Without breaks there is no date in this time either: the cadence is rare, or another rule reports it.
  if (hasDate([...cadence.breaks, ...ofCommunity]) || !hasDate([])) return []
  const own = !hasDate(cadence.breaks)
  const message = `${own ? 'The breaks' : 'The breaks of the community'} leave out each date of the next ${yearsAhead} years. Shorten a break, or choose “Ended”.`
  const path = own ? ['cadence', 'breaks'] : ['cadence']
  return [{level: 'error' as const, path, message}]
}
