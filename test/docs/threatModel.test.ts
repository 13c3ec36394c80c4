import {existsSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {describe, expect, test} from 'vitest'

import {defaultImportLimits} from '../../cli/import/importLimits.ts'

const root = resolve(import.meta.dirname, '../..')
const text = readFileSync(join(root, 'docs/threat-model.md'), 'utf8')
const rows = text.split('\n').filter((line) => line.startsWith('| **'))

test('the threat model has a row for each person who can send something', () => {
  expect(rows.length).toBeGreaterThanOrEqual(8)
})

test.each(rows)('%s', (row) => {
  expect(missingProof(row)).toBeUndefined()
})

test('a row without a test, and one with a test that does not exist, are reported', () => {
  expect(missingProof('| **Who** | what | promise | – | none |')).toBe('no test')
  expect(missingProof('| **Who** | [a](../test/gone.test.ts) |')).toBe('test/gone.test.ts')
})

/** Returns the test of a row that does not exist, or `no test`. */
function missingProof(row: string): string | undefined {
  const tests = [...row.matchAll(/\]\(\.\.\/(test\/[^)]+\.test\.ts)\)/g)].map(
    ([, path = '']) => path,
  )
  if (tests.length === 0) return 'no test'
  return tests.find((path) => !existsSync(join(root, path)))
}

describe('the limits of an import are those of the code', () => {
  const section = text.split('## Limits of an import')[1]?.split('\n## ')[0] ?? ''
  const mib = 1024 * 1024
  const format = (count: number) => count.toLocaleString('en')

  test.each([
    `at most ${format(defaultImportLimits.downloads)}, each at most ${defaultImportLimits.assetBytes / mib} MB and ${defaultImportLimits.downloadTime / 1000} s`,
    `all together ${defaultImportLimits.downloadBytes / mib / 1024} GB and ${defaultImportLimits.totalDownloadTime / 60_000} minutes`,
    `at most ${format(defaultImportLimits.archiveEntries)} entries and ${defaultImportLimits.archiveBytes / mib / 1024} GB`,
    `at most ${defaultImportLimits.pathLength} characters and ${defaultImportLimits.pathDepth} folders`,
    `at most ${defaultImportLimits.fileBytes / mib} MB and ${format(defaultImportLimits.documents)} documents`,
    `at most ${defaultImportLimits.lineBytes / mib} MB, and a document at most ${defaultImportLimits.depth} levels`,
    `at most ${defaultImportLimits.markdownBytes / 1000} kB`,
    `another text file of a source at most ${defaultImportLimits.sourceBytes / mib} MB`,
    `at most ${format(defaultImportLimits.folderEntries)} files and folders, with at most ${format(defaultImportLimits.sourceFiles)} text files`,
    `at most ${defaultImportLimits.cloneBytes / mib} MB and ${defaultImportLimits.cloneTime / 1000} s`,
    `${defaultImportLimits.planMemory} MB of memory and ${defaultImportLimits.planTime / 1000} s`,
  ])('%s', (limit) => {
    expect(section).toContain(limit)
  })
})
