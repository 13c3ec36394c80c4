import {evaluate, parse} from 'groq-js'
import {describe, expect, test} from 'vitest'

import {importMarkdown} from '../../../importers/markdown/importMarkdown.ts'
import type {StoredDocument} from '../../../schemas/rules/index.ts'
import {alikeParams, alikeQuery} from '../../../studio/agenda/identityKeys.ts'
import {planAgenda} from '../../../studio/agenda/planAgenda.ts'
import {datasetValidator} from '../../support/datasetValidator.ts'
import {readContent, storedDocument} from '../../support/readContent.ts'
import {referencePages} from '../../support/referencePages.ts'

const agenda = `# Touchpoints 2025
| Date | Slot | Time (GMT) | Guest | Topic | Recording |
|---|---|---|---|---|---|
| 2025-02-13 | EMEA & APAC | 12:00 | Ada Byron, Sony | Engines | https://youtu.be/aaaaaaaaaaa |
| 2025-02-24 | AMER & EMEA | 17:00 | Grace Hopper | Compilers | processing |
`
const made = importMarkdown(agenda, {asOf: '2025-08-01'}).documents

/** What a Content Lake holding these documents answers to the plan's question. */
async function alike(documents: StoredDocument[], dataset: StoredDocument[]) {
  const params = alikeParams(documents)
  const value = await evaluate(parse(alikeQuery, {params}), {dataset, params})
  const answer: unknown = await value.get()
  return Array.isArray(answer) ? answer.map(storedDocument) : []
}

/** A draft as it will be published: its references strong, under its own id. */
function publishedForm(draft: StoredDocument): unknown {
  return JSON.parse(
    JSON.stringify({...draft, _id: draft._id.replace('drafts.', '')}, (name, value: unknown) =>
      name === '_weak' || name === '_strengthenOnPublish' ? undefined : value,
    ),
  )
}

describe('into an empty dataset', () => {
  const {drafts, known} = planAgenda(made, [])

  test('all of it becomes drafts, in the very form in which the command imports it', () => {
    expect(known).toEqual([])
    expect(drafts.map(publishedForm)).toEqual(made)
    expect(drafts.every(({_id}) => _id.startsWith('drafts.'))).toBe(true)
  })

  test('references among drafts are weak until published, or the Content Lake would refuse them', () => {
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

describe('what is there already is kept, and referred to', () => {
  test('pasted twice, a page makes nothing the second time', async () => {
    const first = planAgenda(made, []).drafts
    const second = planAgenda(made, await alike(made, first))
    expect(second.drafts).toEqual([])
    expect(second.known).toHaveLength(made.length)
    expect(second.known.flatMap(({otherwise}) => otherwise)).toEqual([])
  })

  test('a guest of the same name is the same guest, under whatever id', async () => {
    const ada = {_id: 'f00d', _type: 'guest', name: 'Ada Byron', bio: 'Wrote programs.'}
    const {drafts, known} = planAgenda(made, await alike(made, [ada]))
    expect(known).toEqual([
      {
        document: expect.objectContaining({name: 'Ada Byron'}),
        id: 'f00d',
        otherwise: ['organization'],
      },
    ])
    const session = drafts.find(({_id}) => _id === 'drafts.touchpoint-2025-02-13')
    expect(session?.['guests']).toMatchObject([{guest: {_type: 'reference', _ref: 'f00d'}}])
    expect(JSON.stringify(session?.['guests'])).not.toContain('_weak')
  })

  test('a draft that nobody published is there too, and referred to weakly', async () => {
    const ada = {_id: 'drafts.f00d', _type: 'guest', name: 'Ada Byron'}
    const {drafts} = planAgenda(made, await alike(made, [ada]))
    const session = drafts.find(({_id}) => _id === 'drafts.touchpoint-2025-02-13')
    expect(session?.['guests']).toMatchObject([{guest: {_ref: 'f00d', _weak: true}}])
  })

  test('a video that is on record is not recorded twice', async () => {
    const video = {_id: 'v', _type: 'recording', media: {youtubeId: 'aaaaaaaaaaa'}}
    const {drafts, known} = planAgenda(made, await alike(made, [video]))
    expect(known.map(({id}) => id)).toEqual(['v'])
    // Its session is new all the same.
    expect(drafts.map(({_id}) => _id)).toContain('drafts.touchpoint-2025-02-13')
  })

  test('what only looks alike is another: a title that many sessions have, a name of another type', async () => {
    const others = [
      {_id: 'a', _type: 'touchpoint', title: 'Engines', schedule: {start: '2026-02-13T12:00:00Z'}},
      {_id: 'b', _type: 'organization', name: 'Ada Byron'},
    ]
    expect(planAgenda(made, await alike(made, others)).known).toEqual([])
  })
})

const pages = referencePages()

describe.skipIf(!pages)('the agenda of 2025 (skipped where ../shared/reference is absent)', () => {
  const documents = importMarkdown(pages?.agenda2025 ?? '', {asOf: '2025-08-01'}).documents

  test('becomes the documents that the command imports, and they pass the Studio’s rules', async () => {
    const {drafts} = planAgenda(documents, [])
    expect(drafts.map(publishedForm)).toEqual(documents)
    const validate = datasetValidator(drafts.map((draft) => storedDocument(publishedForm(draft))))
    const answers = await Promise.all(
      drafts.map((draft) => validate(storedDocument(publishedForm(draft)))),
    )
    const errors = answers.flatMap(({markers}) => markers.filter(({level}) => level === 'error'))
    expect(errors).toEqual([])
  })

  test('beside the sample content makes no session, guest or recording a second time', async () => {
    const {drafts, known, unneeded} = planAgenda(documents, await alike(documents, readContent()))
    expect(drafts).toEqual([])
    expect(known.filter(({document}) => document._type === 'touchpoint')).toHaveLength(10)
    // The sample keeps its slots as "Thursday" and "Monday" touchpoints, where the page has regions, and
    // one organization not at all.
    expect(unneeded.map(({title, name}) => title ?? name)).toEqual([
      'APAC & EMEA touchpoints',
      'EMEA & AMER touchpoints',
      'LF Edge Governing Board',
    ])
  })
})
