import {existsSync, globSync, readFileSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {expect, test} from 'vitest'

import {packages} from '../../scripts/packages.ts'

const root = resolve(import.meta.dirname, '../..')
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...packages.map((folder) => `${folder}/README.md`),
  ...globSync('docs/*.md', {cwd: root}),
]
const read = (page: string) => readFileSync(join(root, page), 'utf8')

test.each(pages)('%s links to no file and no heading that is not there', (page) => {
  expect(deadLinks(page, read(page))).toEqual([])
})

test('a link to a page or a heading that is gone would be found, and a picture too', () => {
  const text =
    '# Here\n[a](gone.md) [b](#gone) [c](loader.md#gone) [d](#here) [e](https://example.org/#x) ![f](images/gone.webp)'
  expect(deadLinks('docs/page.md', text)).toEqual([
    'gone.md',
    '#gone',
    'loader.md#gone',
    'images/gone.webp',
  ])
})

/** Links within the project whose file, or whose heading in it, does not exist. */
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

/** As GitHub makes them: small letters, hyphens for blanks, no other marks. */
function anchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  )
}
