import {existsSync, globSync, readFileSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {expect, test} from 'vitest'

import {packages} from '../../scripts/packages.ts'

const root = resolve(import.meta.dirname, '../..')
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...packages.map((folder) => `${folder}/README.md`),
  ...globSync('docs/*.md', {cwd: root}),
]
const read = (page: string) => readFileSync(join(root, page), 'utf8')

test.each(pages)('%s has no link to a missing file or heading', (page) => {
  expect(deadLinks(page, read(page))).toEqual([])
})

test('a link to a missing page, heading or image is reported', () => {
  const text =
    '# Here\n[a](gone.md) [b](#gone) [c](loader.md#gone) [d](#here) [e](https://example.org/#x) ![f](images/gone.webp)'
  expect(deadLinks('docs/page.md', text)).toEqual([
    'gone.md',
    '#gone',
    'loader.md#gone',
    'images/gone.webp',
  ])
})

/** Returns links within the project to a missing file or a missing heading. */
function deadLinks(page: string, text: string): string[] {
  const prose = text.replace(/^```.*?^```/gms, '').replace(/`[^`\n]*`/g, '')
  const links = [...prose.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, to = '']) => to)
  return links.filter((link) => {
    const [path = '', heading] = link.split('#')
    const file = path === '' ? page : join(dirname(page), path)
    if (path !== '' && !existsSync(join(root, file))) return true
    return heading !== undefined && !anchors(path === '' ? text : read(file)).includes(heading)
  })
}

/** Returns anchors as GitHub creates them: lowercase, hyphens for spaces, no punctuation. */
function anchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  )
}
