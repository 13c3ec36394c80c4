import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {contractTable} from '../../scripts/contract/contractTable.ts'
import {replaceMarked} from '../../scripts/contract/markedSection.ts'
import {readResults} from '../../scripts/contract/storedResults.ts'
import {root} from '../support/workspaces.ts'

test('docs/lake.md shows the stored results, because an edited table could hide a failure', () => {
  const page = readFileSync(join(root, 'docs/lake.md'), 'utf8')
  const results = readResults()
  expect(results).not.toEqual([])
  expect(replaceMarked(page, contractTable(results))).toBe(page)
})
