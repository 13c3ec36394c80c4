import fc from 'fast-check'
import {describe, expect, test} from 'vitest'

import {pathText} from '../../../schemas/reading/pathText.ts'
import {documentTypeNames} from '../../../schemas/registry/index.ts'
import {checkDataset, datasetIndex, findingCodes} from '../../../schemas/rules/index.ts'
import {readContent} from '../../support/readContent.ts'
import {at} from './findingsOf.ts'

const typeNames = [...documentTypeNames, 'x']
const fieldNames =
  'title summary schedule start timeZone minutes status guests agenda series cadence regions channels ' +
  'roles role person parent links languages titleTranslations language value vocabulary workspaces ' +
  'slots exceptions breaks kind date toDate from to lifecycle cadenceText accentColor code group ' +
  'media url feedUrl publicUrl touchpoint availability date _ref _key guest frequency'

const now = '2026-11-22T00:00:00Z'

describe('checkDataset', () => {
  test('finds no error in the sample content, and its known warnings', () => {
    const findings = checkDataset(readContent(), {now})
    expect(findings.filter((finding) => finding.level === 'error')).toEqual([])
    expect(Map.groupBy(findings, ({code}) => code).get('processing-too-long')).toHaveLength(5)
    expect(findings).toContainEqual(
      expect.objectContaining({documentId: 'touchpoint-2024-03-28', code: 'night-hours'}),
    )
  })

  test('returns the same findings for every order of the documents', () => {
    const documents = readContent()
    const sorted = (list: typeof documents) =>
      checkDataset(list, {now})
        .map((finding) => `${finding.documentId} ${finding.code} ${pathText(finding.path)}`)
        .toSorted()
    expect(sorted(documents.toReversed())).toEqual(sorted(documents))
  })

  test('does not compare a draft with its published form', () => {
    const group = readContent().find(({_id}) => _id === 'workingGroup-agentic-ai')
    if (!group) throw new Error('The sample content has no such group.')
    const findings = checkDataset([group, {...group, _id: 'drafts.workingGroup-agentic-ai'}], {now})
    expect(findings).toEqual([])
  })

  test('accepts any stored value without throwing', () => {
    const types = fc.constantFrom(...typeNames)
    const names = fieldNames.split(' ')
    const text = fc.constantFrom(
      '2025-03-30T01:30:00Z',
      'Europe/London',
      'weekly',
      '2025-02-30',
      '%',
    )
    const {value} = fc.letrec((tie) => ({
      value: fc.oneof({maxDepth: 4}, text, fc.anything({maxDepth: 1}), tie('list'), tie('fields')),
      list: fc.array(tie('value'), {maxLength: 3}),
      fields: fc.dictionary(fc.constantFrom(...names), tie('value'), {maxKeys: 8}),
    }))
    const documents = fc.array(
      fc.record({
        _type: types,
        _id: fc.constantFrom('a', 'b', 'drafts.a'),
        fields: fc.dictionary(fc.constantFrom(...names), value),
      }),
      {maxLength: 4},
    )
    fc.assert(
      fc.property(documents, (list) => {
        const stored = list.map(({fields, ...ids}) => ({...fields, ...ids}))
        for (const {code} of checkDataset(stored, {now})) expect(findingCodes).toContain(code)
      }),
      {numRuns: 500},
    )
  })
})

describe('datasetIndex', () => {
  test('returns the same sessions by binary search as a full scan', () => {
    const minute = fc.integer({min: 0, max: 500})
    fc.assert(
      fc.property(fc.array(minute), minute, minute, (starts, from, to) => {
        const instant = (value: number) => new Date(value * 60_000).toISOString()
        const sessions = starts.map((start, index) => ({
          _id: `t${index}`,
          _type: 'touchpoint',
          schedule: at(instant(start)),
        }))
        const matches = datasetIndex(sessions)({
          by: 'start',
          from: instant(from),
          to: instant(to),
          series: [],
        })
        const expected = sessions.filter((_, index) => {
          const start = starts[index] ?? -1
          return start >= from && start < to
        })
        expect(new Set(matches)).toEqual(new Set(expected))
      }),
    )
  })
})
