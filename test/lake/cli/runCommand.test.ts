import {existsSync, mkdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {createLake} from '@touchpoints/lake'
import {describe, expect, onTestFinished, test} from 'vitest'

import {options} from '../../../lake/cli/options.ts'
import {unsupportedNode} from '../../../lake/cli/unsupportedNode.ts'
import {folderWith, run} from './support.ts'

const project = ['--project', 'abc123', '--port', '0']

describe('lake', () => {
  test('prints what to put into a Studio and a client, and stops without a trace', async () => {
    const folder = folderWith({})
    const {output, errors, exitCode} = await run([...project, '--memory'], {
      folder,
      until: /Ctrl-C/,
    })
    const [ready = '', stopped] = output
    const url = /Content Lake {2}(http:\/\/localhost:\d+)/.exec(ready)?.[1]
    expect(ready).toContain(`apiHost: '${url}'`)
    expect(ready).toContain(`createClient({projectId: 'abc123', dataset: 'production'`)
    expect(stopped).toBe('Stopped. Nothing was stored.')
    expect({errors, exitCode}).toEqual({errors: [], exitCode: 0})
    expect(existsSync(join(folder, '.sanity-lake'))).toBe(false)
  })

  test('keeps several projects and datasets in a folder that no repository contains by accident', async () => {
    const folder = folderWith({})
    const datasets = [
      '--dataset',
      'production',
      '--dataset',
      'staging',
      '--dataset',
      'xyz789.other',
    ]
    const {output} = await run([...project, ...datasets], {folder, until: /Ctrl-C/})
    expect(output[0]).toMatch(/abc123\.production .* abc123\.staging .* xyz789\.other /)
    expect(existsSync(join(folder, '.sanity-lake/xyz789.other.db'))).toBe(true)
    expect(readFileSync(join(folder, '.sanity-lake/.gitignore'), 'utf8')).toBe('*\n')
    expect(existsSync(join(folder, '.sanity-lake/running.json'))).toBe(false)
  })

  test('does not list the datasets of comments, because nobody works in them', async () => {
    const folder = folderWith({})
    const data = join(folder, '.sanity-lake')
    mkdirSync(data)
    const lake = createLake({folder: data, projectId: 'abc123', dataset: 'production'})
    await lake.fetch(
      new Request(`http://localhost/v${apiVersion}/comments/production/setup`, {method: 'POST'}),
    )
    lake.close()
    expect(existsSync(join(data, 'abc123.production-comments.db'))).toBe(true)
    const {output} = await run(project, {folder, until: /Ctrl-C/})
    expect(output[0]).toMatch(/Datasets +abc123\.production \(0 documents\)\n/)
  })

  test('writes its address into a file, for programs that wait for it', async () => {
    const folder = folderWith({})
    await run([...project, '--memory', '--write-env', 'lake.env'], {folder, until: /Ctrl-C/})
    const lines = readFileSync(join(folder, 'lake.env'), 'utf8').split('\n')
    expect(lines).toContainEqual(expect.stringMatching(/^SANITY_API_HOST=http:\/\/localhost:\d+$/))
    expect(lines).toContain('SANITY_STUDIO_PROJECT_ID=abc123')
  })

  test('says that a Studio ignores a short token, which would only show its login page', async () => {
    const start = (token: string) =>
      run([...project, '--memory', '--token', token], {folder: folderWith({}), until: /Ctrl-C/})
    const short = await start('a'.repeat(31))
    expect(short.errors).toEqual([
      expect.stringMatching(/^! The token has 31 characters\. A Studio ignores .* 32 /),
    ])
    const long = await start('a'.repeat(32))
    expect(long.errors).toEqual([])
    expect(long.output.join()).toContain('#token=<token>')
    expect(long.output.join()).not.toContain('aaa')
  })

  test('--help explains every option, and is found after a mistake', async () => {
    const {output, exitCode} = await run(['--frob', '--help'])
    for (const name of Object.keys(options)) expect(output[0]).toContain(`--${name}`)
    expect(exitCode).toBe(0)
  })
})

describe('bad input is one line that says what, and what to do:', () => {
  test.each([
    {args: ['--frob'], line: /Unknown option --frob\.\nRun `lake --help`/},
    {args: ['run'], line: /Unknown command "run"\. Use `start` or `exec`/},
    {args: ['start', 'x'], line: /takes options only, but got: x/},
    {args: ['exec', '--memory'], line: /No program to run\. Name it after `--`/},
    {
      args: ['--memory', '--project', 'ABC'],
      line: /Invalid projectId: "ABC"\. It has capitals\. Use "abc"/,
    },
    {args: [...project, '--memory', '--dataset', 'a b'], line: /Invalid dataset: "a b"/},
    {args: ['--project', 'abc123', '--memory', '--port', 'http'], line: /--port is "http"/},
    {args: [...project, '--memory', '--host', '0.0.0.0'], line: /Set SANITY_LAKE_TOKEN/},
    {args: [...project, '--memory', '--token', 'short'], line: /Use at least 16 random characters/},
    {args: [...project, '--memory', '--data', 'x'], line: /Leave out --data/},
    {args: [...project, '--memory', '--cert', 'x.pem'], line: /--cert needs --key too/},
    {args: [...project, '--memory', '--cert', 'x', '--key', 'y'], line: /Could not read .*mkcert/},
    {
      args: [...project, '--memory', '--seed', 'no.tar.gz'],
      line: /Could not seed from .*does not exist/,
    },
    {args: ['exec', ...project, '--memory', '--', 'no-such-program'], line: /no such program/},
    {args: ['--memory'], line: /no sanity\.cli\.ts .*pass --project/},
  ])('$args', async ({args, line}) => {
    const {errors, exitCode} = await run(args, {folder: folderWith({})})
    expect(errors).toEqual([expect.stringMatching(line)])
    expect(errors[0]).toMatch(/^✗ /)
    expect(exitCode).toBe(1)
  })

  test('a port that is taken', async () => {
    let second = {errors: ['']}
    const folder = folderWith({})
    const {createServer} = await import('node:net')
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const address = server.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''
    second = await run(['--project', 'abc123', '--memory', '--port', port], {folder})
    expect(second.errors).toEqual([
      `✗ Port ${port} is in use. Stop the program that uses it, or choose another port with --port, such as --port 0 for a free one.\nRun \`lake --help\` for all options.`,
    ])
  })

  test('a data folder that another lake has open', async () => {
    const folder = folderWith({})
    const data = join(folder, '.sanity-lake')
    const lake = createLake({folder: data, projectId: 'abc123', dataset: 'production'})
    onTestFinished(() => lake.close())
    const {errors} = await run(project, {folder})
    expect(errors).toEqual([
      `✗ The data folder ${data} is in use by another process. Use that one or stop it, or choose another folder with --data.`,
    ])
  })

  test('a Node without SQLite', () => {
    expect(unsupportedNode('20.20.2')).toMatch(/needs Node 22\.13 or later/)
    expect(unsupportedNode('22.12.0')).toMatch(/needs Node 22\.13/)
    expect(unsupportedNode('22.13.0')).toBeUndefined()
    expect(unsupportedNode('24.0.0')).toBeUndefined()
  })
})
