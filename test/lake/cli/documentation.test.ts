import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'

import {options} from '../../../lake/cli/options.ts'

const root = join(import.meta.dirname, '../../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

describe('the documentation of the lake', () => {
  test('explains every option of the command', () => {
    const text = read('docs/lake.md')
    const section = /## From the command line\n([^]*?)\n## /.exec(text)?.[1] ?? ''
    const missing = Object.keys(options).filter((name) => !section.includes(`\`--${name}`))
    expect(missing).toEqual([])
  })
})
