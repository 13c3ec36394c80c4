import {execFileSync} from 'node:child_process'
import {chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {createLake, isLakeError, type LakeOptions} from '../../../lake/index.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-'))
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

const file = (name = 'lake.db') => join(folder, name)
const open = (options: Partial<LakeOptions> = {}) =>
  createLake({file: file(), projectId: 'local', dataset: 'production', ...options})

/** Opens the file in a process without root's permissions. Returns the error code, or `opened`. */
function openAsNobody(): string {
  const script = new URL('openAsNobody.ts', import.meta.url).pathname
  return execFileSync(process.execPath, [script, file()], {encoding: 'utf8'}).trim()
}

/** Returns the error of opening the file. */
function openError(options: Partial<LakeOptions> = {}): {code: string; message: string} {
  try {
    open(options).close()
  } catch (error) {
    if (isLakeError(error)) return {code: error.code, message: error.message}
    throw error
  }
  throw new Error('The file was opened')
}

describe('a file that cannot be used is reported and stays unchanged', () => {
  test('a file that is not a database', () => {
    writeFileSync(file(), 'Minutes of the last meeting')
    expect(openError()).toMatchObject({code: 'not-a-lake-file'})
    expect(readFileSync(file(), 'utf8')).toBe('Minutes of the last meeting')
  })

  test('another program’s database', () => {
    const other = new DatabaseSync(file())
    other.exec('CREATE TABLE meetings (id INTEGER); INSERT INTO meetings VALUES (1)')
    other.close()
    const before = readFileSync(file())
    expect(openError()).toMatchObject({code: 'not-a-lake-file'})
    expect(readFileSync(file()).equals(before)).toBe(true)
  })

  test('a damaged file', () => {
    const lake = open()
    lake.import([{file: 'seed', text: guests(200)}])
    lake.close()
    const bytes = readFileSync(file())
    bytes.fill(0xff, 5000, 20_000)
    writeFileSync(file(), bytes)
    expect(openError()).toMatchObject({code: 'damaged-file'})
    expect(readFileSync(file()).equals(bytes)).toBe(true)
  })

  test('a truncated file', () => {
    const lake = open()
    lake.import([{file: 'seed', text: guests(200)}])
    lake.close()
    const bytes = readFileSync(file()).subarray(0, 30_000)
    writeFileSync(file(), bytes)
    expect(openError()).toMatchObject({code: 'damaged-file'})
    expect(readFileSync(file()).equals(bytes)).toBe(true)
  })

  test('a file with another dataset', () => {
    open().close()
    const {code, message} = openError({dataset: 'staging'})
    expect(code).toBe('dataset-mismatch')
    expect(message).toContain('local.production')
  })

  test('a read-only file', () => {
    open().close()
    chmodSync(folder, 0o555)
    chmodSync(file(), 0o444)
    const before = readFileSync(file())
    expect(openAsNobody()).toBe('file-not-writable')
    expect(readFileSync(file()).equals(before)).toBe(true)
    chmodSync(folder, 0o755)
  })

  test('a file in a read-only folder', () => {
    chmodSync(folder, 0o555)
    expect(openAsNobody()).toBe('file-not-writable')
    expect(existsSync(file())).toBe(false)
    chmodSync(folder, 0o755)
  })
})

test('an empty database, which a process left that died at its start, is created again', () => {
  const empty = new DatabaseSync(file())
  empty.exec('PRAGMA journal_mode = WAL')
  empty.close()
  open().close()
  const reopened = open()
  expect(reopened.count()).toBe(0)
  reopened.close()
})

test('a second lake on the same file fails, because the file is in use', () => {
  const first = open()
  expect(openError()).toMatchObject({code: 'file-locked'})
  first.close()
  open().close()
})

test.skipIf(process.platform === 'win32')(
  'a lake rejects writes after its file was deleted (Windows does not allow the deletion)',
  async () => {
    const lake = open()
    const write = async () => {
      const body = JSON.stringify({mutations: [{create: {_type: 'guest'}}]})
      const url = 'http://localhost/v1/data/mutate/production'
      return lake.fetch(new Request(url, {method: 'POST', body}))
    }
    expect((await write()).status).toBe(200)
    rmSync(file())
    const rejected = await write()
    expect(rejected.status).toBe(507)
    await expect(rejected.text()).resolves.toContain('was deleted or replaced')
    // A new file with the same name is not the one that is open.
    writeFileSync(file(), '')
    expect((await write()).status).toBe(507)
    expect(lake.count()).toBe(1)
    lake.close()
  },
)

test('invalid project and dataset names are rejected before a file is created', () => {
  expect(openError({projectId: 'Not A Name'})).toMatchObject({code: 'invalid-configuration'})
  expect(openError({dataset: '../etc'})).toMatchObject({code: 'invalid-configuration'})
})

test('documents, history and uploads survive a restart', async () => {
  const first = open()
  first.import([{file: 'seed', text: guests(3)}])
  const upload = await first.fetch(
    new Request(`http://localhost/v${apiVersion}/assets/files/production?filename=notes.txt`, {
      method: 'POST',
      body: 'Notes',
      headers: {'content-type': 'text/plain'},
    }),
  )
  const {document} = await upload.json()
  first.close()

  const second = open()
  expect(second.count()).toBe(4)
  const file = await second.fetch(new Request(`http://localhost/${document.path}`))
  await expect(file.text()).resolves.toBe('Notes')
  const history = await second.fetch(
    new Request(`http://localhost/v${apiVersion}/data/history/production/transactions/guest-1`),
  )
  expect((await history.text()).trim().split('\n')).toHaveLength(1)
  second.close()
})

function guests(count: number): string {
  return Array.from({length: count}, (_, index) =>
    JSON.stringify({_id: `guest-${index}`, _type: 'guest', name: 'Guest '.repeat(30)}),
  ).join('\n')
}
