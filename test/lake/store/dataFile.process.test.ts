import {execFileSync} from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {createLake, isLakeError, type Lake, type LakeOptions} from '../../../lake/index.ts'

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

describe.skipIf(process.platform === 'win32')(
  'a lake that loses its log (Windows does not allow that while the lake runs)',
  () => {
    const write = async (lake: Lake, id: string) => {
      const body = JSON.stringify({mutations: [{create: {_id: id, _type: 'guest'}}]})
      const url = 'http://localhost/v1/data/mutate/production'
      return lake.fetch(new Request(url, {method: 'POST', body}))
    }
    /** Copies the files as they are now: what a restart finds after the process was killed. */
    const idsAfterKill = () => {
      const copy = mkdtempSync(join(tmpdir(), 'lake-copy-'))
      cpSync(folder, copy, {recursive: true})
      const restarted = open({file: join(copy, 'lake.db')})
      const ids = restarted.documents().map(({_id}) => _id)
      restarted.close()
      rmSync(copy, {recursive: true})
      return ids
    }

    test('has one, and no index beside it', async () => {
      const lake = open()
      await write(lake, 'a')
      expect(readdirSync(folder).toSorted()).toEqual(['lake.db', 'lake.db-wal'])
      expect(idsAfterKill()).toEqual(['a'])
      lake.close()
    })

    test.each([
      ['deleted', () => rmSync(file('lake.db-wal'))],
      ['moved away', () => renameSync(file('lake.db-wal'), file('elsewhere'))],
      [
        'replaced',
        () => {
          rmSync(file('lake.db-wal'))
          writeFileSync(file('lake.db-wal'), Buffer.alloc(100_000))
        },
      ],
    ])(
      'rejects writes when it was %s, and has lost none when it is killed',
      async (_name, harm) => {
        const lake = open()
        expect((await write(lake, 'a')).status).toBe(200)
        expect((await write(lake, 'b')).status).toBe(200)
        harm()
        const rejected = await write(lake, 'c')
        expect(rejected.status).toBe(507)
        await expect(rejected.text()).resolves.toMatch(
          /lake\.db-wal was deleted or replaced.*Every earlier write is saved.*Restart/,
        )
        expect((await write(lake, 'd')).status).toBe(507)
        expect(idsAfterKill()).toEqual(['a', 'b'])
        lake.close()
        const restarted = open()
        expect(restarted.documents().map(({_id}) => _id)).toEqual(['a', 'b'])
        expect((await write(restarted, 'e')).status).toBe(200)
        restarted.close()
      },
    )

    test('continues when the log is back, and saves the writes after that too', async () => {
      const lake = open()
      await write(lake, 'a')
      renameSync(file('lake.db-wal'), file('elsewhere'))
      expect((await write(lake, 'b')).status).toBe(507)
      renameSync(file('elsewhere'), file('lake.db-wal'))
      expect((await write(lake, 'c')).status).toBe(200)
      rmSync(file('lake.db-wal'))
      expect((await write(lake, 'd')).status).toBe(507)
      expect(idsAfterKill()).toEqual(['a', 'c'])
      lake.close()
    })

    test('saves all writes soon after, even if nothing is written any more', async () => {
      const lake = open()
      await write(lake, 'a')
      rmSync(file('lake.db-wal'))
      await expect.poll(idsAfterKill).toEqual(['a'])
      lake.close()
    })

    test('rejects writes when it was truncated, and does not spread the damage', async () => {
      const lake = open()
      await write(lake, 'a')
      lake.close()
      const damaged = open()
      await write(damaged, 'b')
      truncateSync(file('lake.db-wal'))
      const rejected = await write(damaged, 'c')
      expect(rejected.status).toBe(507)
      await expect(rejected.text()).resolves.toMatch(/truncated.*Export/)
      expect(damaged.documents().map(({_id}) => _id)).toEqual(['a', 'b'])
      expect(idsAfterKill()).toEqual(['a'])
    })

    test('is not reported by a log that SQLite starts again from the beginning', async () => {
      const lake = open()
      // Each about 400 pages, so that SQLite copies the log to the file several times.
      for (let round = 0; round < 12; round++) {
        const text = JSON.stringify({_id: `r${round}`, _type: 'x', text: 'x'.repeat(1_600_000)})
        lake.import([{file: 'seed', text}])
      }
      expect((await write(lake, 'z')).status).toBe(200)
      lake.close()
    })
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
