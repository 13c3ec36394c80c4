import {evaluate, parse} from 'groq-js'
import {describe, expect, test} from 'vitest'

import type {StoredDocument} from '../../../schemas/rules/index.ts'
import {candidatesParams, candidatesQuery} from '../../../studio/agenda/identityKeys.ts'
import {planImport} from '../../../studio/agenda/planImport.ts'
import {datasetValidator} from '../../support/datasetValidator.ts'
import {readContent, storedDocument} from '../../support/readContent.ts'
import {firstAnswers, readMarkdown} from '../../support/readMarkdown.ts'
import {referencePages} from '../../support/referencePages.ts'

const agenda = `# Touchpoints 2025
| Date | Slot | Time (GMT) | Guest | Topic | Recording |
|---|---|---|---|---|---|
| 2025-02-13 | EMEA & APAC | 12:00 | Ada Byron, Sony | Engines | https://youtu.be/aaaaaaaaaaa |
| 2025-02-24 | AMER & EMEA | 17:00 | Grace Hopper | Compilers | processing |
`
const imported = readMarkdown(agenda, {asOf: '2025-08-01'}).documents

/** Returns the candidates for these documents that a Content Lake with this dataset returns. */
async function candidatesIn(documents: StoredDocument[], dataset: StoredDocument[]) {
  const params = candidatesParams(documents)
  const value = await evaluate(parse(candidatesQuery, {params}), {dataset, params})
  const result: unknown = await value.get()
  return Array.isArray(result) ? result.map(storedDocument) : []
}

/** Returns the published form of a draft, with strong references. */
function publishedForm(draft: StoredDocument): unknown {
  return JSON.parse(
    JSON.stringify({...draft, _id: draft._id.replace('drafts.', '')}, (name, value: unknown) =>
      name === '_weak' || name === '_strengthenOnPublish' ? undefined : value,
    ),
  )
}

describe('into an empty dataset', () => {
  const {drafts, existing} = planImport(imported, [])

  test('all documents become drafts, with the same content as an import on the command line', () => {
    expect(existing).toEqual([])
    expect(drafts.map(publishedForm)).toEqual(imported)
    expect(drafts.every(({_id}) => _id.startsWith('drafts.'))).toBe(true)
  })

  test('references between drafts are weak, because the Content Lake rejects strong ones', () => {
    const session = drafts.find(({_id}) => _id === 'drafts.touchpoint-2025-02-13')
    expect(session?.['series']).toMatchObject({
      _weak: true,
      _strengthenOnPublish: {type: 'series'},
    })
    expect(session?.['guests']).toMatchObject([
      {guest: {_ref: 'guest-ada-byron', _weak: true, _strengthenOnPublish: {type: 'guest'}}},
    ])
  })
})

describe('existing documents stay unchanged and are referenced', () => {
  test('a page that is imported twice creates nothing the second time', async () => {
    const first = planImport(imported, []).drafts
    const second = planImport(imported, await candidatesIn(imported, first))
    expect(second.drafts).toEqual([])
    expect(second.existing).toHaveLength(imported.length)
    expect(second.existing.flatMap(({differences}) => differences)).toEqual([])
  })

  test('a guest with the same name and another id is the same guest', async () => {
    const ada = {_id: 'f00d', _type: 'guest', name: 'Ada Byron', bio: 'Wrote programs.'}
    const {drafts, existing} = planImport(imported, await candidatesIn(imported, [ada]))
    expect(existing).toEqual([
      {
        document: expect.objectContaining({name: 'Ada Byron'}),
        id: 'f00d',
        differences: ['organization'],
      },
    ])
    const session = drafts.find(({_id}) => _id === 'drafts.touchpoint-2025-02-13')
    expect(session?.['guests']).toMatchObject([{guest: {_type: 'reference', _ref: 'f00d'}}])
    expect(JSON.stringify(session?.['guests'])).not.toContain('_weak')
  })

  test('an unpublished draft is referenced weakly', async () => {
    const ada = {_id: 'drafts.f00d', _type: 'guest', name: 'Ada Byron'}
    const {drafts} = planImport(imported, await candidatesIn(imported, [ada]))
    const session = drafts.find(({_id}) => _id === 'drafts.touchpoint-2025-02-13')
    expect(session?.['guests']).toMatchObject([{guest: {_ref: 'f00d', _weak: true}}])
  })

  test('a recording with the same video is not created twice', async () => {
    const video = {_id: 'v', _type: 'recording', media: {youtubeId: 'aaaaaaaaaaa'}}
    const {drafts, existing} = planImport(imported, await candidatesIn(imported, [video]))
    expect(existing.map(({id}) => id)).toEqual(['v'])
    // Its session is still new.
    expect(drafts.map(({_id}) => _id)).toContain('drafts.touchpoint-2025-02-13')
  })

  test('a session with the same title and another date, and a name of another type, do not match', async () => {
    const others = [
      {_id: 'a', _type: 'touchpoint', title: 'Engines', schedule: {start: '2026-02-13T12:00:00Z'}},
      {_id: 'b', _type: 'organization', name: 'Ada Byron'},
    ]
    expect(planImport(imported, await candidatesIn(imported, others)).existing).toEqual([])
  })
})

const pages = referencePages()

describe.skipIf(!pages)('the agenda of 2025 (skipped where ../shared/reference is absent)', () => {
  const {documents, plan} = readMarkdown(pages?.agenda2025 ?? '', {asOf: '2025-08-01'})

  test('becomes the same documents as on the command line, and with answers they pass the Studio’s validation', async () => {
    const {drafts} = planImport(documents, [])
    expect(drafts.map(publishedForm)).toEqual(documents)
    const answered = firstAnswers(plan)
    const validate = datasetValidator(answered)
    const results = await Promise.all(answered.map(validate))
    const errors = results.flatMap(({markers}) => markers.filter(({level}) => level === 'error'))
    expect(errors).toEqual([])
  })

  test('creates no session, guest or recording that the sample content has', async () => {
    const {drafts, existing, skipped} = planImport(
      documents,
      await candidatesIn(documents, readContent()),
    )
    expect(drafts).toEqual([])
    expect(existing.filter(({document}) => document._type === 'touchpoint')).toHaveLength(10)
    // The series of the sample are named after weekdays, those of the page after regions. The sample also
    // lacks one organization.
    expect(skipped.map(({title, name}) => title ?? name)).toEqual([
      'APAC & EMEA touchpoints',
      'EMEA & AMER touchpoints',
      'LF Edge Governing Board',
    ])
  })
})
