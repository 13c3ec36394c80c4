import {describe, expect, test} from 'vitest'

import {scalarProblem} from '../../../schemas/scalarTypes.ts'
import {plannedDocuments, storeNew} from '../../../studio/acts/inPlace/createInPlace.ts'
import {newNamed, slugForName} from '../../../studio/acts/inPlace/newNamed.ts'
import {offers} from '../../../studio/acts/inPlace/offers.ts'
import {readNamed} from '../../../studio/acts/inPlace/readNamed.ts'
import {runLake} from '../../lake/support/runLake.ts'

const none = {
  documents: [],
  ids: new Set<string>(),
  slugs: new Set<string>(),
}

describe('a new document', () => {
  test('has an id that follows from its name, so that two editors who add the same person create one', () => {
    expect(newNamed('guest', ' Ana Jiménez ', none)).toEqual({
      _id: 'guest-ana-jimenez',
      _type: 'guest',
      name: 'Ana Jiménez',
      slug: {_type: 'slug', current: 'ana-jimenez'},
    })
  })

  test('gets the next free slug, because another person can have the same name', () => {
    const taken = {ids: new Set(['guest-dana-wang-2']), slugs: new Set(['dana-wang'])}
    expect(newNamed('guest', 'Dana Wang', taken)).toMatchObject({
      _id: 'guest-dana-wang-3',
      slug: {current: 'dana-wang-3'},
    })
  })

  test.for(['山田太郎', 'Ольга', 'محمد', '…'])(
    'has a valid slug for the name %s, which has no Latin letter',
    (name) => {
      const slug = slugForName('guest', name)
      expect(scalarProblem('slugText', slug)).toBeUndefined()
      expect(slug).toBe(slugForName('guest', name))
      expect(slug).not.toBe(slugForName('guest', `${name}子`))
    },
  )

  test('of a session has a title instead of a name', () => {
    expect(newNamed('touchpoint', 'All Hands', none)).toMatchObject({title: 'All Hands'})
  })
})

describe('existing documents', () => {
  const stored = [
    {_id: 'dana', _type: 'guest', name: 'Dana Wang', slug: 'dana-wang', organization: 'OpenSSF'},
    {_id: 'drafts.dana', _type: 'guest', name: 'Dana Wang-Smith', slug: 'dana-wang'},
    {_id: 'drafts.new', _type: 'guest', name: 'Ana Jiménez', slug: 'ana', links: ['https://a.org']},
    {_id: 'acme', _type: 'organization', name: 'Acme', url: 'https://acme.org'},
    {_id: 'untitled', _type: 'guest'},
  ]

  test('are each offered once, with the name of the draft, because editors see drafts', () => {
    expect(readNamed(stored, 'guest').documents).toEqual([
      {id: 'dana', type: 'guest', name: 'Dana Wang-Smith', links: [], published: true},
      {id: 'new', type: 'guest', name: 'Ana Jiménez', links: ['https://a.org'], published: false},
    ])
    expect(readNamed(stored, 'organization').documents).toMatchObject([
      {name: 'Acme', links: ['https://acme.org'], published: true},
    ])
  })

  test('keep their ids and slugs, also those without a name', () => {
    const {ids, slugs} = readNamed(stored, 'guest')
    expect([...ids]).toEqual(['dana', 'new', 'untitled'])
    expect([...slugs]).toEqual(['dana-wang', 'ana'])
  })

  test('that start like the typed name come after likely duplicates', () => {
    const {documents} = readNamed(
      [
        {_id: 'a', _type: 'guest', name: 'Dana Wangler'},
        {_id: 'b', _type: 'guest', name: 'Dana Wang'},
        {_id: 'c', _type: 'guest', name: 'Someone Else'},
      ],
      'guest',
    )
    const named = (name: string) =>
      offers({name}, documents).map(({document, reason}) => `${document.name}: ${reason}`)
    expect(named('dana wang')).toEqual(['Dana Wang: same name', 'Dana Wangler: undefined'])
    expect(named('da')).toEqual(['Dana Wangler: undefined', 'Dana Wang: undefined'])
    expect(named(' ')).toEqual([])
  })
})

describe('a new person', () => {
  const organizations = readNamed(
    [{_id: 'organization-acme', _type: 'organization', name: 'Acme', slug: 'acme'}],
    'organization',
  )
  const request = {type: 'guest', name: 'Dana Wang'} as const

  test('with a new organization is two documents, of which the first refers to the second', () => {
    const planned = plannedDocuments(
      {...request, organization: 'Rockets'},
      {own: none, organizations},
    )
    expect(planned).toMatchObject([
      {_id: 'guest-dana-wang', organization: {_ref: 'organization-rockets', _weak: true}},
      {_id: 'organization-rockets', name: 'Rockets'},
    ])
  })

  test('with the name of an existing organization uses that one', () => {
    const planned = plannedDocuments(
      {...request, organization: ' acme'},
      {own: none, organizations},
    )
    expect(planned).toHaveLength(1)
    expect(planned[0]['organization']).toEqual({_type: 'reference', _ref: 'organization-acme'})
  })

  test('that two editors add in the same second is one document, of the first one', async () => {
    const {client, close} = await runLake()
    const named = {own: none, organizations: none}
    const first = plannedDocuments({...request, organization: ''}, named)
    const second = plannedDocuments({...request, organization: 'Rockets'}, named)
    await Promise.all([storeNew(client, first, undefined), storeNew(client, second, undefined)])
    const stored = await client.fetch<unknown[]>('*[_type == "guest"]', {}, {perspective: 'raw'})
    expect(stored).toHaveLength(1)
    await close()
  })

  test('in a release is a version in that release', async () => {
    const {client, close} = await runLake()
    const planned = plannedDocuments(
      {...request, organization: ''},
      {own: none, organizations: none},
    )
    await storeNew(client, planned, 'spring')
    expect(await client.getDocument('versions.spring.guest-dana-wang')).toBeDefined()
    await close()
  })
})
