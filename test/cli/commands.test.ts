import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {describe, expect, test} from 'vitest'

import {defineCommand} from '../../cli/command.ts'
import {commands} from '../../cli/commands/index.ts'
import {commandLine} from '../support/commandLine.ts'
import {content, projectFolder} from './support/fakeProject.ts'

const run = commandLine(tmpdir())

describe('the help derives from the declaration, so that both name the same options', () => {
  test.each(commands)(
    '$name: the list of commands and its own help show the same summary and usage',
    async ({name, summary}) => {
      const [list, help] = [await run([]), await run([name, '--help'])]
      expect(list.out).toMatch(new RegExp(`touchpoints ${name} +${summary}`))
      expect(help).toMatchObject({code: 0, err: ''})
      expect(help.out.split('\n')[0]).toMatch(
        new RegExp(`^Usage: touchpoints ${name} .*\\[options\\]$`),
      )
      expect(help.out.split('\n').every((line) => line.length <= 100)).toBe(true)
    },
  )

  test('a new option appears with its value and default', async () => {
    let out = ''
    const command = defineCommand({
      name: 'plant',
      summary: 'plant a tree',
      operands: {usage: 'PLACE', min: 1, max: 1},
      about: 'Plants a tree.',
      options: {kind: {type: 'string', value: 'NAME', default: 'oak', help: 'what to plant'}},
      run: async ({values}) => void (out = values.kind),
    })
    const shell = {
      env: {},
      folder: tmpdir(),
      writeOutput: (text: string) => void (out += text),
      writeError: () => {},
      isTerminal: {output: false, error: false},
      stopSignal: () => new AbortController().signal,
      fail: () => {},
    }
    await command.run(['--help'], shell)
    expect(out).toContain('Usage: touchpoints plant PLACE [options]')
    expect(out).toContain('--kind NAME  what to plant (default: oak)')
    await command.run(['garden', '--kind', 'elm'], shell)
    expect(out).toBe('elm')
    await expect(command.run([], shell)).rejects.toThrow('touchpoints plant requires PLACE.')
    await expect(command.run(['a', 'b'], shell)).rejects.toThrow(
      'accepts at most 1 PLACE, but got: a b',
    )
  })
})

test('the version is that of the package', async () => {
  expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('an unknown option is named in one sentence, without advice about arguments that begin with a hyphen', async () => {
  const {err} = await run(['check', '--drafs'])
  expect(err).toMatch(/^✗ Unknown option --drafs\.\n/)
  expect(err).not.toContain('positional')
})

test.each([
  ['dev', 'file.ndjson'],
  ['doctor', 'file.ndjson'],
])('%s rejects a file, because it would ignore it', async (name, file) => {
  const {code, err} = await run([name, file])
  expect(code).toBe(1)
  expect(err).toContain(`accepts no files, but got: ${file}`)
})

test('dev reads and writes through the shell, so that it runs without a process of its own', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const own = commandLine(projectFolder(content), {TOUCHPOINTS_LAKE_PORT: String(port)})
  const {code, err} = await own(['dev'])
  server.close()
  expect(code).toBe(1)
  expect(err).toContain(`Port ${port}, the port of the lake, is already in use`)
})
