import {readdir, readFile} from 'node:fs/promises'
import {join, resolve} from 'node:path'

import {createLake, serve, type ImportSource} from '@touchpoints/lake'

import {CliError} from '../CliError.ts'
import {importContent} from '../dev/importContent.ts'
import {readSettings} from '../dev/settings.ts'
import {printError, type Shell} from '../shell.ts'

/** A lake in memory with the content of a folder. */
export interface OpenContent {
  /** Environment of a command that reads this lake. */
  env: Shell['env']
  close: () => Promise<void>
}

/**
 * Opens a lake in memory with the documents of a folder, for a workflow without a lake.
 *
 * @throws CliError when the folder has no documents, ImportError when one is invalid
 */
export async function openContent(content: string, shell: Shell): Promise<OpenContent> {
  const {env, folder} = shell
  const settings = readSettings(env, folder)
  const contentFolder = resolve(folder, content)
  const sources = await readSources(contentFolder, content)
  if (sources.length === 0) {
    throw new CliError(
      'usage',
      `--content is "${content}", which has no *.ndjson. Name the folder that \`touchpoints export all.ndjson\` or your project keeps its documents in.`,
    )
  }
  const {projectId, dataset} = settings
  const lake = createLake({file: ':memory:', projectId, dataset})
  try {
    await importContent(lake, sources, {...settings, contentFolder}, (line) =>
      printError(shell, line),
    )
    const server = await serve(lake, {port: 0})
    return {
      env: {...env, SANITY_API_HOST: server.url},
      close: async () => {
        await server.close()
        lake.close()
      },
    }
  } catch (error) {
    lake.close()
    throw error
  }
}

async function readSources(folder: string, shown: string): Promise<ImportSource[]> {
  const names = await readdir(folder).catch(() => [])
  const documents = names.filter((name) => name.endsWith('.ndjson'))
  return Promise.all(
    documents
      .toSorted((a, b) => (a < b ? -1 : 1))
      .map(async (name) => ({
        file: join(shown, name),
        text: await readFile(join(folder, name), 'utf8'),
      })),
  )
}
