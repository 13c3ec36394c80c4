import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

test('docs/operations.md lists the variables that the site reads, and no others', () => {
  const source = read('site/src/environment.ts')
  const known = [...source.matchAll(/^ {2}([A-Z]+(?:_[A-Z]+)*): z\./gm)].map(([, name]) => name)
  const table = read('docs/operations.md').split('## Running the site')[1]?.split('\n## ')[0] ?? ''
  const listed = [...table.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
  expect(known.length).toBeGreaterThan(8)
  expect(listed).toEqual(known)
})
