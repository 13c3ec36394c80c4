import {isZone} from '@touchpoints/words/dates'

import {orderMeetings} from './orderMeetings.ts'
import {ownZone} from './ownZone.ts'
import {showLeaves} from './showLeaves.ts'
import {offerZone} from './offerZone.ts'
import {showTimes} from './showTimes.ts'
import {showWeek} from './showWeek.ts'

/**
 * Shows the times of a page in the zone of the address or, without one, in the visitor's. The server writes
 * them in the zone of the address or the community's.
 *
 * It can run on a page that is still being parsed, and again on the same page.
 *
 * @param address - of the page
 */
export function ownTimes(root: Document, address: URL): void {
  const zone = shownZone(address)
  if (zone === undefined) return
  showTimes(root, zone)
  showLeaves(root, zone)
  orderMeetings(root, zone)
  showWeek(root, zone)
  offerZone(root, zone)
}

/** Returns undefined for a device with a zone that its browser does not know. */
function shownZone(address: URL): string | undefined {
  const requested = address.searchParams.get('zone') ?? ''
  return [requested, ownZone()].find(isZone)
}
