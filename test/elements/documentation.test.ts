import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'

import {calendarAttributes, nextAttributes, views} from '../../elements/attributeTypes.ts'
import {root} from '../support/workspaces.ts'

const page = readFileSync(join(root, 'docs/elements.md'), 'utf8')
const sources = globSync('elements/*.ts', {cwd: root}).map((file) =>
  readFileSync(join(root, file), 'utf8'),
)

/** The code in the first column of the tables below a heading. */
function documented(text: string, heading: string): string[] {
  const [, section = ''] = text.split(new RegExp(`^## ${heading}\n`, 'm'))
  const rows = section.split(/^## /m)[0]?.matchAll(/^\| (`.*?) \|/gm) ?? []
  return [...rows].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  )
}

const unique = (names: Iterable<string>) => [...new Set(names)].sort()

/** Names that match a pattern in the sources. */
const inSources = (texts: readonly string[], pattern: RegExp) =>
  unique(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name)))

const properties = /(--touchpoints-[a-z-]+)/g
const parts = /\bpart: ['"`]([a-z]+)/g

describe('docs/elements.md', () => {
  const styles = documented(page, 'Styles')

  test('lists exactly the custom properties of the styles, so that a theme misses none', () => {
    const own = styles.filter((name) => name.startsWith('--'))
    expect(unique(own)).toEqual(inSources(sources, properties))
  })

  test('lists exactly the parts', () => {
    const own = styles.filter((name) => !name.startsWith('--') && name !== 'extra-<name>')
    // The grid takes its part as an argument.
    expect(unique(own)).toEqual(unique([...inSources(sources, parts), 'week', 'month']))
  })

  test('lists exactly the attributes, and the views', () => {
    const known = [calendarAttributes, nextAttributes].flatMap((all) => Object.keys(all))
    expect(unique(documented(page, 'Attributes'))).toEqual(unique([...known, 'lang']))
    expect(documented(page, 'Views')).toEqual([...views])
  })

  test('fails with a property that only one of both has, which proves the comparison', () => {
    const text = '## Styles\n\n| property |\n|---|\n| `--touchpoints-old` |\n'
    expect(documented(text, 'Styles')).toEqual(['--touchpoints-old'])
    expect(inSources([':host { color: var(--touchpoints-new, red) }'], properties)).toEqual([
      '--touchpoints-new',
    ])
    expect(inSources(["h('p', {part: 'new'})"], parts)).toEqual(['new'])
  })
})
