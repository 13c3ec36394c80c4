import {describe, expect, test} from 'vitest'
import {changeLines} from '../../scripts/templates/addressLines.ts'
import {knownTemplates} from '../../scripts/templates/knownTemplates.ts'
import {resultTable} from '../../scripts/templates/resultTable.ts'

const config = `export default defineConfig({
  projectId,
  dataset, // projectId,
})
`
const apiHost = {line: 'projectId,', becomes: ['projectId,', "apiHost: 'http://localhost:3900',"]}

describe('changeLines', () => {
  test('changes a declared line and keeps every other, because the templates must run as they are', () => {
    expect(changeLines(config, [apiHost])).toBe(`export default defineConfig({
  projectId,
  apiHost: 'http://localhost:3900',
  dataset, // projectId,
})
`)
  })

  test('returns the text as it is without changes, with its line ends', () => {
    expect(changeLines(config, [])).toBe(config)
  })

  test('indents new lines as the old one is, because templates use tabs too', () => {
    expect(changeLines('\tprojectId,', [apiHost])).toBe(
      "\tprojectId,\n\tapiHost: 'http://localhost:3900',",
    )
  })

  test('refuses a line that is missing, because the template then still uses the hosted service', () => {
    expect(() => changeLines(config, [{...apiHost, line: 'project,'}])).toThrow(
      'The line `project,` occurs 0 times instead of once.',
    )
  })

  test('refuses a line that occurs twice, because only one of them is the address', () => {
    expect(() => changeLines(`${config}${config}`, [apiHost])).toThrow('occurs 2 times')
  })

  test('refuses two changes of one line, because the second would be lost', () => {
    expect(() => changeLines(config, [apiHost, apiHost])).toThrow('is declared twice')
  })
})

const addresses = {
  lake: 'http://localhost:3900',
  studio: 'http://localhost:3333',
  site: 'http://localhost:3000',
}

test.each(knownTemplates)(
  'the changes of $name with Studio $studioMajor are addresses only, so that the run proves what the documentation says',
  ({changes}) => {
    for (const {line, becomes} of changes(addresses)) {
      const added = becomes.filter((each) => each !== line)
      for (const each of added) {
        expect(each).toMatch(/http:\/\/localhost:3900|^useProjectHostname: false,$/)
      }
    }
  },
)

test('the table names the reason of a failure, because a failed step must not look as if it ran', () => {
  const table = resultTable(
    [
      {
        name: 'template',
        commit: 'abc, 2026-01-01',
        versions: ['sanity 5.0.0'],
        steps: [
          {title: 'List', screenshot: '1.png', outcome: 'passed'},
          {title: 'Search', screenshot: '2.png', outcome: 'failed', reason: 'a | b\nCall log'},
          {title: 'Live', screenshot: '3.png', outcome: 'absent'},
        ],
      },
    ],
    '2026-11-17',
  )
  expect(table).toContain('| List | passed |')
  expect(table).toContain('| Search | failed: a \\| b |')
  expect(table).toContain('| Live | not in this template |')
})
