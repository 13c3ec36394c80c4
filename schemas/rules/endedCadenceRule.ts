import {wallClock} from '@touchpoints/calendar/time'

import {cadenceOf} from '../reading/cadenceOf.ts'
import type {Rule} from './finding.ts'

/** Reports an active series without dates to come, because its cadence has ended. */
export const endedCadenceRule = {
  code: 'cadence-ended',
  check: ({cadence: stored, lifecycle}, {now}) => {
    const cadence = cadenceOf(stored)
    if (lifecycle !== 'active' || !cadence || cadence.slots.length === 0) return []
    const goesOn = cadence.slots.some(
      ({endDate, timeZone}) => !endDate || endDate >= wallClock(now, timeZone).date,
    )
    const today = now.slice(0, 10)
    const isMovedAhead = cadence.exceptions.some(
      (exception) => exception.kind === 'moved' && exception.toDate >= today,
    )
    if (goesOn || isMovedAhead) return []
    const last = cadence.slots
      .flatMap(({endDate}) => endDate ?? [])
      .toSorted()
      .at(-1)
    const message = `The cadence ended on ${last}, so no date follows. Choose “Ended”, or continue the cadence.`
    return [{level: 'info', path: ['lifecycle'], message}]
  },
} as const satisfies Rule
