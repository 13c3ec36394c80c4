import type {Cadence} from '../views/cadence.ts'
import type {Community} from '../views/community.ts'
import type {Series} from '../views/series.ts'

/**
 * Returns the cadence of a series with the breaks of the community, which apply to every series.
 *
 * @returns null for a series without dates: one without a slot, or one that is paused or ended
 * @example
 * const cadence = cadenceOf(series, community)
 * if (cadence) console.log(cadenceDates(cadence, {from: new Date(), count: 2}))
 */
export function cadenceOf(
  {cadence, lifecycle}: Pick<Series, 'cadence' | 'lifecycle'>,
  community: Pick<Community, 'breaks'> | null,
): Cadence | null {
  if (cadence === null || cadence.slots.length === 0 || lifecycle !== 'active') return null
  return {...cadence, breaks: [...cadence.breaks, ...(community?.breaks ?? [])]}
}
