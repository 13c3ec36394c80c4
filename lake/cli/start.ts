import {once} from 'node:events'
import {howToConnect} from './howToConnect.ts'
import type {Values} from './readArguments.ts'
import {serveCommandLake} from './serveCommandLake.ts'
import type {Shell} from './shell.ts'

/** Runs `lake`: a Content Lake until a signal. */
export async function start(values: Values, shell: Shell): Promise<void> {
  const stopped = shell.stopSignal()
  const served = await serveCommandLake(values, shell, 3900)
  try {
    shell.print(howToConnect(served))
    if (!stopped.aborted) await once(stopped, 'abort')
  } finally {
    await served.close()
  }
  shell.print(served.folder === undefined ? 'Stopped. Nothing was stored.' : 'Stopped.')
}
