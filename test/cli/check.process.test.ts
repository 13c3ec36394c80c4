import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {createLake, serve} from '../../lake/index.ts'
import {apiVersion} from '../../schemas/defaults.ts'
import {commandLine} from '../support/commandLine.ts'

const content = join(import.meta.dirname, '../../content/todo')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'))
})
afterAll(() => rm(folder, {recursive: true}))

const check = (args: string[], env: Record<string, string> = {}) =>
  commandLine(folder)(['check', ...args], env)

describe('touchpoints check', () => {
  test('passes the sample content and warns about an open task', async () => {
    const {code, out} = await check([content, '--now', '2026-11-22T00:00:00Z'])
    expect(out).toContain('0 errors')
    expect(out).toContain('processing for 608 days')
    expect(code).toBe(0)
  })

  test('fails on an error, and with --strict on a warning too', async () => {
    const file = join(folder, 'one.ndjson')
    await writeFile(
      file,
      '{"_id":"r","_type":"recording","title":"A","slug":{"current":"a"},"availability":"published"}\n',
    )
    const {code, out} = await check([file, '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      checked: 1,
      findings: [{documentId: 'r', code: 'recording-incomplete', level: 'error', path: ['media']}],
    })
    await writeFile(
      file,
      '{"_id":"g","_type":"guest","name":"A","slug":{"current":"a"},"bio":"At 5 pm CET."}\n',
    )
    expect((await check([file])).code).toBe(0)
    expect((await check([file, '--strict'])).code).toBe(1)
  })

  test('reads the Content Lake when it gets no file', async () => {
    const lake = createLake({
      file: join(folder, 'lake.db'),
      projectId: 'touchpoints',
      dataset: 'production',
    })
    lake.import([
      {file: 'a.ndjson', text: '{"_id":"g","_type":"guest","name":"A","slug":{"current":"a"}}'},
    ])
    const server = await serve(lake, {port: 0})
    const {code, out} = await check([], {SANITY_API_HOST: `http://127.0.0.1:${server.port}`})
    await server.close()
    lake.close()
    expect(out).toBe('1 document checked: 0 errors, 0 warnings.\n')
    expect(code).toBe(0)
  })

  test('passes a document with an image, and fails when the image is gone', async () => {
    const lake = createLake({file: ':memory:', projectId: 'touchpoints', dataset: 'production'})
    const server = await serve(lake, {port: 0})
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    const address = `${server.url}/v${apiVersion}/assets/images/production`
    const stored = await fetch(address, {method: 'POST', body: svg})
    const {document} = Object(await stored.json())
    const community = (ref: string) => ({
      _id: 'community',
      _type: 'community',
      name: 'A',
      timeZone: 'UTC',
      languages: ['en'],
      icon: {_type: 'image', asset: {_type: 'reference', _ref: ref}},
    })
    lake.import([{file: 'a.ndjson', text: JSON.stringify(community(document._id))}])
    expect((await check([], {SANITY_API_HOST: server.url})).out).toContain('0 errors')
    // The lake accepts no reference to an image that does not exist. A file can have one.
    const file = join(folder, 'image.ndjson')
    await writeFile(file, JSON.stringify(community(`image-${'0'.repeat(40)}-9x9-svg`)))
    expect((await check([file])).out).toContain('icon.asset: There is no published document')
    await server.close()
    lake.close()
  })

  test('reports a usage error in one message, without a stack trace', async () => {
    expect(await check(['--now', 'today', content])).toMatchObject({
      code: 1,
      err: expect.stringContaining('--now is "today"'),
    })
    const unreachable = await check([], {SANITY_API_HOST: 'http://127.0.0.1:9'})
    expect(unreachable.err).toContain('Could not reach the Content Lake (fetch failed: ')
    expect(unreachable.err).not.toContain('    at ')
  })
})
