import {setTimeout as delay} from 'node:timers/promises'

import {contentLakeClient} from '../contentLakeClient.ts'
import {reasonOf} from '../reasonOf.ts'
import {printError, type Shell} from '../shell.ts'
import {exportToHugo} from './exportToHugo.ts'

/** Several documents are often published together. */
const pauseMilliseconds = 500

/**
 * Exports the content to a Hugo site again whenever something is published, until the signal aborts. Hugo's server then
 * shows it, because it watches its files.
 *
 * @param site - folder of the site
 * @param address - of the lake
 */
export function exportOnChanges(
  site: string,
  address: string,
  {signal, ...shell}: Shell & {signal: AbortSignal},
): void {
  const env = {...shell.env, SANITY_API_HOST: address}
  const client = contentLakeClient({env, folder: shell.folder}, 'SANITY_API_READ_TOKEN')
  const quiet = {...shell, writeOutput: () => {}, fail: () => {}}
  let state: 'idle' | 'exporting' | 'changed' = 'idle'
  const exportAll = async () => {
    while (state === 'changed' && !signal.aborted) {
      state = 'exporting'
      await delay(pauseMilliseconds)
      try {
        await exportToHugo(site, {address, siteUrl: undefined}, quiet)
      } catch (error) {
        if (!signal.aborted) printError(shell, `The export to Hugo failed. ${reasonOf(error)}`)
      }
    }
    state = 'idle'
  }
  const changed = () => {
    const wasIdle = state === 'idle'
    state = 'changed'
    if (wasIdle) void exportAll()
  }
  const published = '*[!(_id in path("drafts.**")) && !(_id in path("versions.**"))]'
  const events = client.listen(published, {}, {includeResult: false, events: ['mutation']})
  const subscription = events.subscribe({
    next: changed,
    error: (error: unknown) =>
      printError(shell, `Hugo does not follow changes. ${reasonOf(error)}`),
  })
  signal.addEventListener('abort', () => subscription.unsubscribe(), {once: true})
}
