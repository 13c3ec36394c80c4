import {leaveTo} from './leaveTo.ts'
import {ownZone} from './ownZone.ts'

/** Milliseconds until the page shows itself after all, because the other one does not arrive. */
const patience = 8000

/**
 * Leads from the calendar in the zone of the community to the one in the visitor's, unless the address names a
 * zone. The server divides the calendar into days, so it is another page. Its address can be shared, and its
 * links keep the zone.
 *
 * The first page stays invisible. Otherwise its days would show for the time of a request.
 */
export function startInOwnZone(): void {
  const {dataset, style} = document.documentElement
  const zone = ownZone()
  const url = new URL(location.href)
  if (dataset['ownZone'] === undefined || dataset['ownZone'] === zone) return
  if (url.searchParams.has('zone')) return
  url.searchParams.set('zone', zone)
  style.visibility = 'hidden'
  setTimeout(() => (style.visibility = ''), patience)
  leaveTo(url, {replaces: true})
}
