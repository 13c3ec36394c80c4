import {readdirSync, readFileSync} from 'node:fs'
import type {SanityDocument} from '@sanity/types'
import {expect, onTestFinished, test, vi} from 'vitest'

import migration from '../../migrations/community-and-series/index.ts'
import {planMigration} from '../../schemas/migration/index.ts'
import {documentTypeNames} from '../../schemas/registry/index.ts'
import {testNow} from '../support/clock/testNow.ts'
import {storedDocument} from '../support/readContent.ts'

const folder = new URL('before/', import.meta.url)
const before = readdirSync(folder).flatMap((name) =>
  readFileSync(new URL(name, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => ({
      ...storedDocument(JSON.parse(line)),
      _rev: 'r1',
      _createdAt: '',
      _updatedAt: '',
    })),
)

test('the migration for the hosted service reads all document types', () => {
  expect(migration.documentTypes).toEqual(documentTypeNames)
})

test('the migration for the hosted service makes the changes of the plan, created documents first', async () => {
  vi.useFakeTimers({now: testNow(), toFake: ['Date']})
  onTestFinished(() => void vi.useRealTimers())
  const mutations: unknown[] = []
  for await (const mutation of migration.migrate(stored)) mutations.push(mutation)
  const plan = planMigration(before, {today: testNow().toISOString().slice(0, 10)})
  expect(mutations).toEqual([
    ...plan.created.map((document) => ({type: 'createIfNotExists', document})),
    ...plan.patched.map(({id, set, unset}) => ({
      type: 'patch',
      id,
      options: {ifRevision: 'r1'},
      patches: [
        ...Object.entries(set).map(([name, value]) => ({path: [name], op: {type: 'set', value}})),
        ...unset.map((name) => ({path: [name], op: {type: 'unset'}})),
      ],
    })),
  ])
})

async function* stored(): AsyncGenerator<SanityDocument, undefined> {
  yield* before
}
