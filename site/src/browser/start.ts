import {followChanges} from './followChanges.ts'
import {followClock} from './followClock.ts'
import {playOnClick} from './playOnClick.ts'
import {refreshLinks} from './refreshLinks.ts'
import {refreshWhenDue} from './refreshWhenDue.ts'
import {rememberCalendars} from './rememberCalendars.ts'
import {filterAtOnce} from './filterAtOnce.ts'
import {searchField} from './searchField.ts'
import {searchPage} from './searchPage.ts'
import {startAtPath} from './startAtPath.ts'
import {isStatic} from '../output.ts'
import {zoneSwitch} from './zoneSwitch.ts'

/**
 * Starts the scripts of a page. The page works without them. They save reloads, and add what only the
 * browser can do.
 *
 * Call it by name: the package is marked as free of side effects, so the build drops a bare import.
 */
export function start(): void {
  playOnClick()
  rememberCalendars()
  refreshLinks()
  zoneSwitch()
  searchField()
  filterAtOnce()
  if (isStatic) {
    startAtPath()
    followClock()
    void searchPage()
  } else {
    refreshWhenDue()
    followChanges()
  }
  if (!isStatic && document.querySelector('[data-preview]')) void startPreview()
}

/** Loads the overlays separately, because they need React and a visitor's page must not load it. */
async function startPreview(): Promise<void> {
  const {previewTools} = await import('./previewTools.ts')
  previewTools()
}
