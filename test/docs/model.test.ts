import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'

import {readContent, type StoredDocument} from '../support/readContent.ts'
import {datasetValidator} from '../support/datasetValidator.ts'
import {fieldRows, scalarRows, type Row} from '../support/modelTables.ts'

const page = readFileSync(new URL('../../docs/model.md', import.meta.url), 'utf8')
const types = fieldRows()

describe('docs/model.md', () => {
  test.each([...types.keys()])(
    'lists each field of %s with its type and whether it is required',
    (name) => {
      expect(rowsUnder(page, `### ${name}`).map(withoutReason)).toEqual(types.get(name))
    },
  )

  test('lists only types that exist', () => {
    const listed = [...page.matchAll(/^### (.*)$/gm)].map(([, name]) => name)
    expect(new Set(listed)).toEqual(new Set(types.keys()))
    expect(listed).toHaveLength(types.size)
  })

  test('lists each scalar with its stored type and its values', () => {
    expect(rowsUnder(page, '## Scalars').map(withoutReason)).toEqual(scalarRows())
  })

  test('gives a reason for each field', () => {
    const all = [...types.keys()].map((name) => `### ${name}`).concat('## Scalars')
    const bare = all.flatMap((heading) =>
      rowsUnder(page, heading).filter((cells) => (cells[3] ?? '').length < 4),
    )
    expect(bare).toEqual([])
  })

  test('fails for a removed, new, renamed or no longer required field', () => {
    const rows = (text: string) => rowsUnder(text, '### touchpoint').map(withoutReason)
    const without = page.replace(/^\| `edition` .*\n/m, '')
    expect(rows(without)).not.toEqual(types.get('touchpoint'))
    expect(rows(page.replace('| `summary` |', '| `abstract` |'))).not.toEqual(
      types.get('touchpoint'),
    )
    expect(rows(page.replace('| touchpointStatus | yes |', '| touchpointStatus |  |'))).not.toEqual(
      types.get('touchpoint'),
    )
  })

  test('shows a touchpoint that the Studio can publish, with required fields only', async () => {
    const text = /```json\n([^]*?)```/.exec(page)?.[1] ?? ''
    const example: StoredDocument = JSON.parse(text)
    const validate = datasetValidator([...readContent(), example])
    const errors = async (document: StoredDocument) => {
      const {markers} = await validate(document)
      return markers.filter(({level}) => level === 'error')
    }
    expect(await errors(example)).toEqual([])
    const names = Object.keys(example).filter((name) => !name.startsWith('_'))
    const missed = await Promise.all(
      names.map(async (name) => {
        const less = {...example}
        Reflect.deleteProperty(less, name)
        return (await errors(less)).length > 0
      }),
    )
    expect(names.filter((_, index) => !missed[index])).toEqual([])
  })
})

/** Returns the cells of the table below a heading, by row. */
function rowsUnder(text: string, heading: string): string[][] {
  const from = text.indexOf(`\n${heading}\n`)
  const section = from < 0 ? '' : text.slice(from + heading.length + 2).split(/^##/m)[0]
  const lines = (section ?? '').split('\n').filter((line) => line.startsWith('| `'))
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
}

function withoutReason([name = '', type = '', note = '']: string[]): Row {
  return [name.replaceAll('`', ''), type, note]
}
