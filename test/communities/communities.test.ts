import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {checkDataset} from '@touchpoints/schemas/rules'
import {createLake} from '@touchpoints/lake'
import {describe, expect, test} from 'vitest'

import {checkFormats} from '../../cli/check/checkFormats.ts'
import {kubernetesAndRust} from '../calendar/time/corpus/kubernetesAndRust.ts'
import {otherCommunities} from '../calendar/time/corpus/otherCommunities.ts'
import {sharedFolder} from '../conformance/caseFolders.ts'
import {testNow} from '../support/clock/testNow.ts'
import {unknownFields} from '../support/datasetValidator.ts'
import {communityDocuments} from './communityDocuments.ts'
import {sharedCommunity} from './sharedCommunity.ts'

const own = 'reef'
const shared = sharedFolder(process.env, 'communities')
const names = shared ? ['kubernetes', 'rust', 'openssf', 'chaoss', 'todo-group', own] : [own]
if (!shared) console.log('Only an invented community is tested: there is no ../shared/communities.')

/** What is wrong on the communities' own pages. */
const mistakes: Readonly<Record<string, string[]>> = {
  // Both groups link to the same tab of a document in which each other group has its own.
  chaoss: ['group-wg-project-managers shared-channel', 'group-wg-technical-writers shared-channel'],
}

const cadences = {...kubernetesAndRust, ...otherCommunities}
const folderOf = (name: string) => (name === own || !shared ? import.meta.dirname : shared)

function documentsOf(name: string) {
  const text = readFileSync(join(folderOf(name), `${name}.json`), 'utf8')
  return communityDocuments(sharedCommunity.parse(JSON.parse(text)), {cadences})
}

describe.each(names)('the groups and meetings of %s', (name) => {
  const documents = documentsOf(name)

  test('have their formats, and only fields of the schema', async () => {
    expect(await checkFormats(documents)).toEqual([])
    expect((await Promise.all(documents.map(unknownFields))).flat()).toEqual([])
  })

  test('have no finding but the mistakes that the community published', () => {
    const findings = checkDataset(documents, {now: testNow().toISOString()})
    expect(findings.map(({documentId, code}) => `${documentId} ${code}`)).toEqual(
      mistakes[name] ?? [],
    )
  })

  test('can be imported', () => {
    const lake = createLake({file: ':memory:', projectId: 'communities', dataset: 'test'})
    const text = documents.map((document) => JSON.stringify(document)).join('\n')
    expect(lake.import([{file: `${name}.ndjson`, text}])).toBe(documents.length)
    lake.close()
  })
})

test('a cadence that two meetings share by turns belongs to neither', () => {
  const documents = documentsOf(own)
  const withCadence = documents.filter(({cadence}) => cadence !== undefined)
  expect(withCadence.map(({title}) => title)).toEqual(['Steering call'])
})
