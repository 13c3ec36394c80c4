import {globSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {describe, expect, test} from 'vitest'

import {root} from '../support/workspaces.ts'

/** Pages from which a newcomer copies the blocks, in order. Each has an example of the same name. */
const pages = ['eleventy', 'nuxt', 'sveltekit']

/** What a scaffold of the framework or a command of the page writes. */
const scaffold = /(?:^|\/)(?:package|tsconfig)\.json$|README\.md$|vite\.config\.ts$|app\.html$/
const isGenerated = (path: string) =>
  path
    .split('/')
    .some((part) => part === 'node_modules' || /^(?:\.|_site$|build$|dist$)/.test(part))

const read = (path: string) => readFileSync(join(root, path), 'utf8')

function filesOf(page: string): Map<string, string> {
  const folder = join('examples', page)
  const paths = globSync('**/*.{js,json,njk,svelte,ts,vue}', {
    cwd: join(root, folder),
    exclude: isGenerated,
  })
  const own = paths.filter((path) => !scaffold.test(path))
  return new Map(own.map((path) => [path, read(join(folder, path))]))
}

/** Returns the files that a page shows, word for word. */
function shownOn(text: string, files: ReadonlyMap<string, string>): string[] {
  return [...files].filter(([, code]) => text.includes(code.trim())).map(([path]) => path)
}

/** Returns the relative imports of shown files that lead to a file that the page does not show. */
function openImports(text: string, files: ReadonlyMap<string, string>): string[] {
  const shown = shownOn(text, files)
  return shown.flatMap((path) =>
    [...(files.get(path) ?? '').matchAll(/from '(\.[^']*)'/g)]
      .map(([, name = '']) => join(dirname(path), name))
      .filter((target) => !target.endsWith('$types'))
      .filter((target) => ![target, `${target}.ts`].some((each) => shown.includes(each)))
      .map((target) => `${path} imports ${target}`),
  )
}

describe.each(pages)('docs/%s.md', (page) => {
  const files = filesOf(page)
  const text = read(`docs/${page}.md`)

  test('shows each file that a shown file imports', () => {
    expect(shownOn(text, files).length).toBeGreaterThan(4)
    expect(openImports(text, files)).toEqual([])
  })
})

test('a page without the file of the variables is noticed', () => {
  const files = filesOf('sveltekit')
  const name = 'src/lib/server/environment.ts'
  const text = read('docs/sveltekit.md').replace(files.get(name)?.trim() ?? '', '')
  expect(openImports(text, files)).toContain(`src/lib/server/loader.ts imports ${name}`)
})

test('docs/eleventy.md is a whole site, with the type of its modules', () => {
  const files = filesOf('eleventy')
  const text = read('docs/eleventy.md')
  expect(files.size).toBeGreaterThan(8)
  expect([...files.keys()].filter((path) => !shownOn(text, files).includes(path))).toEqual([])
  expect([...files.keys()].filter((path) => !text.includes(`\`${path}\``))).toEqual([])
  // Without it, Node reads the files as CommonJS, and the build fails at the first import.
  const [, manifest = ''] = /^```json\n(.*?)^```$/ms.exec(text) ?? []
  expect(JSON.parse(manifest)).toMatchObject({type: 'module', scripts: {build: 'eleventy'}})
})

test('docs/sveltekit.md shows the types of `locals` and the route of the draft mode', () => {
  const shown = shownOn(read('docs/sveltekit.md'), filesOf('sveltekit'))
  expect(shown).toContain('src/app.d.ts')
  expect(shown).toContain('src/routes/api/draft-mode/[action]/+server.ts')
})

test('docs/next.md imports each component of touchpoints that it renders', () => {
  const text = read('docs/next.md')
  for (const [name, door] of [
    ['Live', 'live'],
    ['VisualEditing', 'visual-editing'],
  ]) {
    expect(text).toContain(`import {${name}} from 'touchpoints/next/${door}'`)
  }
})
