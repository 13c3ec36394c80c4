import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {makeCliProject} from '../../scripts/contract/sanityCli/cliProject.ts'
import {repository} from '../../scripts/contract/repository.ts'

const folder = mkdtempSync(join(tmpdir(), 'touchpoints-sanity-cli-'))
const {project, home, data} = makeCliProject(folder)
const lakeProgram = join(repository, 'lake/command.ts')
const sanityProgram = join(repository, 'node_modules/sanity/bin/sanity')

const lake = spawn(
  process.execPath,
  [lakeProgram, `--data=${data}`, '--port=0', '--seed=seed.ndjson'],
  {cwd: project, stdio: ['ignore', 'pipe', 'inherit']},
)

beforeAll(async () => {
  for await (const chunk of lake.stdout) {
    if (String(chunk).includes('http://localhost:')) return
  }
  throw new Error('The lake did not start.')
})

afterAll(async () => {
  const closed = once(lake, 'close')
  lake.kill('SIGTERM')
  await closed
  rmSync(folder, {recursive: true, force: true})
})

/** Runs `lake exec -- sanity …`. Returns the exit code and the output. */
async function sanity(...args: string[]) {
  const child = spawn(
    process.execPath,
    [lakeProgram, 'exec', `--data=${data}`, '--', process.execPath, sanityProgram, ...args],
    {
      cwd: project,
      env: {...process.env, HOME: home, CI: '1', DO_NOT_TRACK: '1', OCLIF_COLUMNS: '1000'},
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  const [code] = await once(child, 'close')
  return {code: Number(code), output}
}

/** Not a limit of speed: a command takes 3 s on a free machine, and a minute on one with 40 waiting processes. */
const timeout = 300_000

describe("Sanity's CLI on a lake that runs", {timeout}, () => {
  test('creates and lists a dataset', async () => {
    const created = await sanity('datasets', 'create', 'staging', '--visibility', 'public')
    expect(created).toMatchObject({code: 0})
    expect((await sanity('datasets', 'list')).output).toMatch(/production[^]*staging/)
  })

  test('fills a dataset and queries it', async () => {
    const imported = await sanity('datasets', 'import', 'import.ndjson', '--dataset', 'staging')
    expect(imported).toMatchObject({code: 0})
    const read = await sanity('documents', 'query', '*[_id == "imported"]', '--dataset', 'staging')
    expect(read.output).toContain('"Imported"')
  })

  test('deletes a dataset', async () => {
    expect(await sanity('datasets', 'delete', 'staging', '--force')).toMatchObject({code: 0})
    expect((await sanity('datasets', 'list')).output).not.toContain('staging')
  })

  test('exports a dataset into an archive', async () => {
    const {code, output} = await sanity('datasets', 'export', 'production', 'out.tar.gz')
    expect({code, output}).toMatchObject({code: 0})
    expect(readFileSync(join(project, 'out.tar.gz')).byteLength).toBeGreaterThan(0)
  })

  test('runs a migration, although it forces https and writes two slashes', async () => {
    const run = await sanity('migrations', 'run', 'rename', '--no-dry-run', '--no-confirm')
    expect(run).toMatchObject({code: 0})
    const {output} = await sanity('documents', 'get', 'post-2')
    expect(output).toContain('"Renamed"')
  })

  test('prints in one line why a backup is not possible', async () => {
    const {code, output} = await sanity('backups', 'list', 'production')
    expect(code).not.toBe(0)
    expect(output).toContain('Backups need the hosted service')
  })

  test('prints the reason that a command hides', async () => {
    const {output} = await sanity('blueprints', 'info')
    expect(output).toContain('! Blueprints and Functions need the hosted service')
  })
})
