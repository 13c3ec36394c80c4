import {describe, expect, test} from 'vitest'

import {createLoader, type LoaderSettings} from '../../loaders/index.ts'
import {checkDataset, datasetRules} from '../../loaders/rules/index.ts'
import {memoryClient} from '../support/memoryClient.ts'
import {readContent, type StoredDocument} from '../support/readContent.ts'

const now = '2024-03-20T00:00:00Z'
const updated = {_updatedAt: '2026-01-01T00:00:00Z'}
const content = readContent().map((document) => ({...updated, ...document}))

function loaderOver(documents: readonly StoredDocument[], settings: LoaderSettings = {}) {
  const client = memoryClient(documents)
  const loader = createLoader({client, now, studioUrl: 'http://localhost:3333', ...settings})
  return {loader, queries: client.queries}
}

describe('a loader with rules', () => {
  test('reports the same findings as the command line, in the same single query', async () => {
    const {loader, queries} = loaderOver(content, {rules: datasetRules})
    const {problems} = await loader.meetingsPage()
    const reported = problems.flatMap((problem) =>
      problem.kind === 'rule' ? [`${problem.documentId} ${problem.code} ${problem.level}`] : [],
    )
    const findings = checkDataset(content, {now})
    expect(findings.length).toBeGreaterThan(0)
    expect(reported.toSorted()).toEqual(
      findings.map(({documentId, code, level}) => `${documentId} ${code} ${level}`).toSorted(),
    )
    expect(queries).toHaveLength(1)
  })

  test('reports the path in the document and a link to it', async () => {
    const twice = {
      ...content.find(({_id}) => _id === 'touchpoint-2024-03-28'),
      _id: 'touchpoint-twice',
      _type: 'touchpoint',
      guests: ['a', 'b'].map((_key) => ({
        _key,
        _type: 'guestAppearance',
        role: 'guest',
        guest: {_type: 'reference', _ref: 'guest-mirko'},
      })),
    }
    const {loader} = loaderOver([...content, twice], {rules: datasetRules})
    const {problems} = await loader.meetingsPage()
    expect(problems).toContainEqual(
      expect.objectContaining({
        kind: 'rule',
        code: 'duplicate-guest',
        level: 'error',
        path: 'guests[_key=="b"]',
        studioUrl: 'http://localhost:3333/intent/edit/id=touchpoint-twice;type=touchpoint/',
      }),
    )
  })

  test('leaves nothing out because of a finding, which is for editors only', async () => {
    const withRules = await loaderOver(content, {rules: datasetRules}).loader.meetingsPage()
    const without = await loaderOver(content).loader.meetingsPage()
    expect(withRules.data).toEqual(without.data)
    expect(without.problems.filter(({kind}) => kind === 'rule')).toEqual([])
  })

  test('stops a strict build for an error, and not for a warning', async () => {
    const strict = {rules: datasetRules, strict: true}
    await expect(loaderOver(content, strict).loader.meetingsPage()).resolves.toBeDefined()
    const cancelled = content.map((document) =>
      document._id === 'touchpoint-2024-03-28' ? {...document, status: 'cancelled'} : document,
    )
    await expect(loaderOver(cancelled, strict).loader.meetingsPage()).rejects.toThrow(
      /touchpoint-2024-03-28/,
    )
  })
})
