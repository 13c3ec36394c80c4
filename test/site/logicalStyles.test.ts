import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

import {root} from '../support/workspaces.ts'

/** Declarations that name a side of the screen. In a language from right to left it is the wrong one. */
const physical = [
  /(?:^|[\s;{])(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)\b/,
  /(?:^|[\s;{])border-(?:top|bottom)-(?:left|right)-radius\s*:/,
  /(?:^|[\s;{])(?:left|right)\s*:/,
  /\b(?:text-align|float|clear)\s*:\s*(?:left|right)\b/,
]

/** Returns the lines with a physical side, except within rules for one direction. */
function physicalLines(sheet: string): string[] {
  return sheet
    .replaceAll(/[^{}]*:dir\([^{}]*\{[^{}]*\}/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => physical.some((pattern) => pattern.test(line)) || hasFourSides(line))
}

/** `margin: 1px 2px 3px 4px` has a right and a left side, which differ. */
function hasFourSides(line: string): boolean {
  const values = /^(?:margin|padding|inset)\s*:\s*([^;]+);/.exec(line)?.[1] ?? ''
  const parts = values.replaceAll(/\([^()]*\)/g, '').split(/\s+/)
  return parts.length === 4 && parts[1] !== parts[3]
}

const sheets = globSync('site/src/styles/*.css', {cwd: root})

test('there are style sheets', () => {
  expect(sheets.length).toBeGreaterThan(5)
})

test.each(sheets)('%s names no side of the screen, so that it fits each direction', (file) => {
  expect(physicalLines(readFileSync(join(root, file), 'utf8'))).toEqual([])
})

test.each([
  'margin-left: 1rem;',
  'padding-right: 1rem;',
  'left: 0;',
  'text-align: right;',
  'float: left;',
  'border-top-left-radius: 4px;',
  'margin: 0 1rem 0 2rem;',
])('the guard reports %s', (declaration) => {
  expect(physicalLines(`.a {\n  ${declaration}\n}\n`)).toEqual([declaration])
})

test.each([
  'margin-inline-start: 1rem;',
  'text-align: start;',
  'inset: 0 1rem 0 1rem;',
  'margin: 0 1rem;',
])('the guard does not report %s', (declaration) => {
  expect(physicalLines(`.a {\n  ${declaration}\n}\n`)).toEqual([])
})

test('a rule for one direction may name a side', () => {
  expect(physicalLines('.a:dir(rtl) {\n  left: 0;\n}\n')).toEqual([])
})
