import {isZone} from '@touchpoints/words/dates'

import {leaveTo} from './leaveTo.ts'
import {ownTimes} from './ownTimes.ts'
import {ownZone} from './ownZone.ts'

/**
 * Runs before the first paint: a page of the community's times must not become one of the visitor's in front of
 * them. The file is in the head and blocks the parser. From then on, each part that arrives is rewritten before
 * the browser paints it.
 */
const observer = new MutationObserver(update)

if (!leaveForOwnZone()) {
  observer.observe(document, {childList: true, characterData: true, subtree: true})
  document.addEventListener('DOMContentLoaded', () => {
    update()
    observer.disconnect()
  })
}

function update(): void {
  ownTimes(document, new URL(location.href))
  // Its own changes are no reason to run again.
  observer.takeRecords()
}

/**
 * Opens a page that the server divides into days in the visitor's zone, unless the address names a zone. Nothing
 * of it is parsed yet.
 */
function leaveForOwnZone(): boolean {
  const {zoneInAddress, zone} = document.documentElement.dataset
  const own = ownZone()
  const address = new URL(location.href)
  if (zoneInAddress === undefined || address.searchParams.has('zone')) return false
  if (!isZone(own) || own === zone) return false
  address.searchParams.set('zone', own)
  leaveTo(address)
  return true
}
