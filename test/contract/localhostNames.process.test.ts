import {execFileSync} from 'node:child_process'
import {resolve} from 'node:path'
import {expect, test} from 'vitest'

const preload = resolve(import.meta.dirname, '../../scripts/contract/e2e/localhostNames.ts')

test('programs of the e2e suite resolve project names as programs of lake exec do', () => {
  const program = `require('node:dns').lookup('abc123.localhost', (error, address) => console.log(error, address))`
  const env = {...process.env, NODE_OPTIONS: `--import=${preload}`}
  const output = execFileSync(process.execPath, ['-e', program], {env, encoding: 'utf8'})
  expect(output.trim()).toBe('null 127.0.0.1')
})
