import {once} from 'node:events'
import {renameSync, writeFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {howToConnect} from './howToConnect.ts'
import {addressVariables} from './redirect/childEnvironment.ts'
import type {Values} from './readArguments.ts'
import {serveCommandLake, type ServedLake} from './serveCommandLake.ts'
import type {Shell} from './shell.ts'

/** Runs `lake`: a Content Lake until a signal. */
export async function start(values: Values, shell: Shell): Promise<void> {
  const stopped = shell.stopSignal()
  const served = await serveCommandLake(values, shell, {defaultPort: 3900})
  try {
    shell.print(howToConnect(served))
    if (values['write-env'] !== undefined) {
      writeVariables(resolve(shell.folder, values['write-env']), served)
    }
    if (!stopped.aborted) await once(stopped, 'abort')
  } finally {
    await served.close()
  }
  shell.print(served.folder === undefined ? 'Stopped. Nothing was stored.' : 'Stopped.')
}

/** Writes the file in one step: a program that waits for it reads all of it. */
function writeVariables(file: string, {server, project}: ServedLake) {
  const {projectId, dataset} = project.datasets[0]
  const variables = addressVariables({address: server.url, projectId, dataset})
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`)
  writeFileSync(`${file}.part`, lines.join(''))
  renameSync(`${file}.part`, file)
}
