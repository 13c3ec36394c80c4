import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {hugoLayouts, hugoShortcodes} from 'touchpoints/hugo'
import {jekyllIncludes} from 'touchpoints/jekyll'
import {describe, expect, test} from 'vitest'

import {root} from '../support/workspaces.ts'

const read = (page: string) => readFileSync(join(root, page), 'utf8')

/** Returns the names in the first column of the table of templates, and in examples. */
function namedIn(text: string): Set<string> {
  const rows = text.split('\n').filter((line) => line.startsWith('| `touchpoints/'))
  const cells = rows.map((line) => line.split('|')[1] ?? '')
  const calls = [...text.matchAll(/\{[{%][<%]? ?(?:include )?(touchpoints\/[\w-]+)/g)]
  const named = cells.flatMap((cell) => [...cell.matchAll(/`(touchpoints\/[\w-]+)/g)])
  return new Set([...named, ...calls].map(([, name = '']) => name))
}

describe('the shortcodes on docs/hugo.md', () => {
  test('are exactly those of the export, so that none is missing or unknown', async () => {
    const files = [...(await hugoLayouts()).keys()]
    const own = files.flatMap((path) => /^shortcodes\/(.+)\.html$/.exec(path)?.[1] ?? [])
    expect([...namedIn(read('docs/hugo.md'))].toSorted()).toEqual(own.toSorted())
    const listed = Object.keys(hugoShortcodes).map((name) => `touchpoints/${name}`)
    expect(listed.toSorted()).toEqual(own.toSorted())
  })
})

describe('the includes on docs/jekyll.md', () => {
  /** Includes of includes. */
  const inner = new Set(['calendars', 'data', 'events', 'script'])

  test('are exactly those of the export', async () => {
    const own = [...(await jekyllIncludes()).keys()]
      .map((path) => path.replace('.html', ''))
      .filter((name) => !inner.has(name.replace('touchpoints/', '')))
    const named = [...namedIn(read('docs/jekyll.md'))]
    expect(named.filter((name) => !own.includes(name))).toEqual([])
    expect(own.filter((name) => !named.includes(name))).toEqual([])
  })
})

test('an unknown template on a page is reported', () => {
  const text = '| `touchpoints/nothing`, `touchpoints/next` | x |\n{{< touchpoints/gone >}}'
  expect([...namedIn(text)]).toEqual([
    'touchpoints/nothing',
    'touchpoints/next',
    'touchpoints/gone',
  ])
})
