import {execFile} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'

import {root} from '../support/workspaces.ts'

const page = readFileSync(join(root, 'docs/calendars.md'), 'utf8')

test('the example of "Why an event is as it is" prints the sentences that the page shows', async () => {
  const [, section = ''] = page.split('### Why an event is as it is\n')
  const [, code = ''] = /^```ts\n(.*?)^```$/ms.exec(section) ?? []
  const shown = [...code.matchAll(/^\/\/ → (.*)$/gm)].map(([, line = '']) => line)
  const folder = mkdtempSync(join(tmpdir(), 'touchpoints-docs-'))
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    writeFileSync(join(folder, 'example.mts'), code)
    const {stdout} = await promisify(execFile)(process.execPath, [join(folder, 'example.mts')])
    expect(stdout.trimEnd().split('\n')).toEqual(shown)
    expect(shown.length).toBeGreaterThan(3)
  } finally {
    rmSync(folder, {recursive: true})
  }
})
