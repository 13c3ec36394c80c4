import {ownTimes} from './ownTimes.ts'
import {startInOwnZone} from './startInOwnZone.ts'

/**
 * Runs before the first paint: a page of the community's times must not become one of the visitor's in front of
 * them. The file is in the head and blocks the parser. From then on, each part that arrives is rewritten before
 * the browser paints it.
 */
startInOwnZone()

const observer = new MutationObserver(update)

observer.observe(document, {childList: true, characterData: true, subtree: true})
document.addEventListener('DOMContentLoaded', () => {
  update()
  observer.disconnect()
})

function update(): void {
  ownTimes(document, new URL(location.href))
  // Its own changes are no reason to run again.
  observer.takeRecords()
}
