/**
 * Type-checks `examples/astro`. `astro sync` generates the types of its collections. This requires a Content
 * Lake, which may be empty.
 */
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'

import {createLake, serve} from '../lake/index.ts'

const root = resolve(import.meta.dirname, '..')
const cwd = join(root, 'examples/astro')
const folder = mkdtempSync(join(tmpdir(), 'touchpoints-check-'))
const lake = createLake({
  file: join(folder, 'lake.db'),
  projectId: 'touchpoints',
  dataset: 'production',
})
const server = await serve(lake, {port: 0})

/** Runs a command in the example's folder and returns its exit code. */
async function run(command: string, args: string[]): Promise<number> {
  const env = {...process.env, SANITY_API_HOST: server.url, ASTRO_TELEMETRY_DISABLED: '1'}
  const child = spawn(command, args, {cwd, env, stdio: 'inherit'})
  const [code] = await once(child, 'close')
  return Number(code ?? 1)
}

process.exitCode =
  (await run(join(root, 'node_modules/.bin/astro'), ['sync', '--silent'])) ||
  (await run(join(root, 'site/node_modules/.bin/astro-check'), []))

await server.close()
lake.close()
rmSync(folder, {recursive: true})
