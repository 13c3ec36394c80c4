import {globSync, readFileSync} from 'node:fs'
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

test('the address of a lake has one name on all pages and in all examples: the one that the command reads', () => {
  const root = new URL('../../', import.meta.url).pathname
  const exclude = (path: string) => /(?:^|\/)(?:node_modules|\..*|dist|_site)$/.test(path)
  const files = globSync(['docs/**/*.md', 'examples/**/*.{md,js,ts,tsx,vue,svelte}', 'README.md'], {
    cwd: root,
    exclude,
  })
  const names = files.flatMap((file) => read(file).match(/\b[A-Z_]+_API_HOST\b/g) ?? [])
  expect(read('cli/connection.ts')).toContain('SANITY_API_HOST')
  // The Studio is a build of Sanity, which gives the browser only variables with this prefix.
  const ofStudio = 'SANITY_STUDIO_API_HOST'
  expect([...new Set(names)].filter((name) => name !== ofStudio)).toEqual(['SANITY_API_HOST'])
})
