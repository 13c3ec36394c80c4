import {isZone} from '@touchpoints/words/dates'

import {isStatic} from '../output.ts'
import {divideCalendar} from './divideCalendar.ts'
import {keepCalendar} from './keepCalendar.ts'
import {keepCurrent} from './keepCurrent.ts'
import {keepMeetings} from './keepMeetings.ts'
import {pageNow} from './pageNow.ts'
import {showScripted} from './showScripted.ts'
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
  if (isStatic) keepPage(root, address)
  const zone = shownZone(address)
  if (isStatic && zone !== undefined) divideCalendar(root, zone, address)
  if (isStatic) keepCalendar(root)
  if (zone === undefined) return
  showTimes(root, zone)
  showLeaves(root, zone)
  orderMeetings(root, zone)
  showWeek(root, zone)
  offerZone(root, zone)
}

/** A page of a static site shows what is current when it is opened. */
function keepPage(root: Document, address: URL): void {
  const now = pageNow(root)
  showScripted(root)
  keepCurrent(root, now)
  keepMeetings(root, now, address)
}

/** Returns undefined for a device with a zone that its browser does not know. */
function shownZone(address: URL): string | undefined {
  const requested = address.searchParams.get('zone') ?? ''
  return [requested, ownZone()].find(isZone)
}
