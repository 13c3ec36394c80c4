import {ownZone} from './ownZone.ts'
import {refreshPage} from './refreshPage.ts'

/**
 * Shows the calendar in the visitor's zone, unless its address names a zone. The address then names it too, so
 * that a shared link and the next month show the same.
 */
export function startInOwnZone(): void {
  const calendar = document.querySelector<HTMLElement>('[data-own-zone]')
  const zone = ownZone()
  if (!calendar || calendar.dataset['ownZone'] === zone) return
  const url = new URL(location.href)
  if (url.searchParams.has('zone')) return
  url.searchParams.set('zone', zone)
  // Without the server, the calendar stays in the zone of the community, which it names.
  void refreshPage(url).then(
    (isShown) => isShown && history.replaceState(null, '', url),
    () => undefined,
  )
}
