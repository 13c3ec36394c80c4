import type {Lake} from '@touchpoints/lake'

import {loadExtension} from '../extension.ts'
import {reasonOf} from '../reasonOf.ts'
import {printError, type Shell} from '../shell.ts'
import {withEditorsEvents} from './editorsEvents.ts'
import type {Settings} from './settings.ts'

/**
 * Adds the editors' merged calendar to the lake, with what the project's extension publishes. An extension that
 * can't be used is reported and left out, because the Content Lake and the rest of the calendar don't need it.
 */
export async function withProjectEvents(
  lake: Lake,
  settings: Settings,
  shell: Pick<Shell, 'folder' | 'writeError'>,
): Promise<Lake> {
  try {
    const loaded = await loadExtension(undefined, shell)
    return withEditorsEvents(lake, settings, loaded?.extension)
  } catch (error) {
    const effect =
      "Until the next start, the Studio's calendar tool shows nothing that it publishes."
    printError(shell, `The extension is not used. ${reasonOf(error)} ${effect}`)
    return withEditorsEvents(lake, settings)
  }
}
