import {expect, test} from 'vitest'

import {withoutNoise} from '../../../cli/build/withoutNoise.ts'

/** As Vite 8 prints it, with its colors. */
const note = (file: string) => [
  `\u{1b}[33m[MODULE_LEVEL_DIRECTIVE] \u{1b}[0mThe semantics of the module level directive "use client" in "${file}" may not be preserved when bundling.`,
  `   \u{1b}[38;5;246m╭\u{1b}[0m\u{1b}[38;5;246m─\u{1b}[0m\u{1b}[38;5;246m[\u{1b}[0m ${file}:1:1 \u{1b}[38;5;246m]\u{1b}[0m`,
  '   \u{1b}[38;5;246m│\u{1b}[0m',
  ' \u{1b}[38;5;246m1 │\u{1b}[0m "use client";',
  ' \u{1b}[38;5;240m  │\u{1b}[0m ──────┬─────  ',
  ' \u{1b}[38;5;240m  │\u{1b}[0m       ╰─────── module level directive may not be preserved',
  ' \u{1b}[38;5;240m  │\u{1b}[0m \u{1b}[38;5;115mHelp\u{1b}[0m: For more information, see https://rolldown.rs/',
  '\u{1b}[38;5;246m───╯\u{1b}[0m',
  '',
]

function filtered(lines: readonly string[]): string[] {
  const kept: string[] = []
  const onLine = withoutNoise((line) => void kept.push(line))
  for (const line of lines) onLine(line)
  return kept
}

test('notes about dependencies are left out, and everything else stays', () => {
  const dependency = note('../node_modules/@sanity/ui/index.js')
  const problem = [
    '[UNRESOLVED_IMPORT] Could not resolve "./a" in src/b.ts',
    '   ╭─[ src/b.ts:1:1 ]',
  ]
  const lines = ['transforming', ...dependency, ...dependency, ...problem, '', 'built']
  expect(filtered(lines)).toEqual(['transforming', ...problem, '', 'built'])
})

test('a note about a file of the project stays', () => {
  expect(filtered(note('src/own.tsx'))).toEqual(note('src/own.tsx'))
})

test('a problem right after a note is not part of it', () => {
  const [head = '', place = ''] = note('node_modules/a/index.js')
  expect(filtered([head, place, 'Error: no such file'])).toEqual(['Error: no such file'])
})
