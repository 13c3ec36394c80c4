import {followChanges} from './followChanges.ts'
import {keepLegend} from './keepLegend.ts'
import {keepUpToDate} from './keepUpToDate.ts'
import {playOnClick} from './playOnClick.ts'
import {refreshLinks} from './refreshLinks.ts'
import {showYourTimes} from './showYourTimes.ts'
import {zoneSwitch} from './zoneSwitch.ts'

/**
 * Everything on the page works without this: it saves reloads and adds what only the browser knows.
 *
 * To be called by name: the package is marked as free of side effects, so a bare import is left out of
 * the build.
 */
export function start(): void {
  showYourTimes()
  playOnClick()
  keepLegend()
  refreshLinks()
  zoneSwitch()
  keepUpToDate()
  followChanges()
  if (document.querySelector('[data-preview]')) void startPreview()
}

/** Overlays need React: a visitor's page must not carry it. */
async function startPreview(): Promise<void> {
  const {previewTools} = await import('./previewTools.ts')
  previewTools()
}
