import {describe, expect, test} from 'vitest'

import {edit} from '../../loaders/index.ts'
import {
  community,
  docs,
  loaderOf,
  meetingsPage,
  series,
  session,
  translations,
  window,
} from './smallCommunity.ts'

const label = (text: string, es: string) => ({
  _key: text,
  text,
  textTranslations: translations({es}),
})
const labelled = {
  ...community,
  regions: [
    {...community.regions[0], title: 'North', titleTranslations: translations({es: 'El norte'})},
  ],
  vocabulary: {
    labels: [label('SIG', 'GIE'), label('Chair', 'Presidencia'), label('Words', 'Palabras')],
  },
}
const ada = {
  _id: 'guest-ada',
  _type: 'guest',
  name: 'Ada',
  slug: {current: 'ada'},
  kind: 'Chair',
  role: 'Writer',
  roleTranslations: translations({es: 'Escritora'}),
}
const withRoles = {
  ...docs,
  goals: ['One', 'Two'],
  goalsTranslations: translations({es: ['Uno y dos']}),
  roles: [
    {
      _key: 'r',
      role: 'Chair',
      person: {_ref: 'guest-ada'},
      note: 'elected',
      noteTranslations: translations({es: 'por elección'}),
    },
    {_key: 's', role: 'Scribe', person: {_ref: 'guest-ada'}},
  ],
}
const exceptions = [
  {
    _key: 'x',
    kind: 'skipped',
    date: '2026-03-17',
    reason: 'Holiday',
    reasonTranslations: translations({es: 'Festivo'}),
  },
]
const weekly = series('weekly', 'Weekly call')
const documents = [
  {...weekly, cadence: {...weekly.cadence, exceptions}},
  session('glossary', '2026-03-10T14:00:00Z', {
    topics: ['Words', 'Trees'],
    cancelReason: 'Ill',
    cancelReasonTranslations: translations({es: 'Enfermedad'}),
  }),
  withRoles,
  ada,
]
const loader = loaderOf({documents: [...documents, labelled]})

describe('words of many documents', () => {
  test('are translated by the labels of the community, in documents within documents too', async () => {
    const {data, problems} = await loader.inLanguage('es').meetingsPage({window})
    const [group] = data.workingGroups.filter(({slug}) => slug === 'docs')
    expect(group).toMatchObject({
      kind: 'GIE',
      roles: [
        {
          role: 'Presidencia',
          note: 'por elección',
          person: {kind: 'Presidencia', role: 'Escritora'},
        },
        {role: 'Scribe', note: null},
      ],
    })
    expect(data.series[0]?.group?.kind).toBe('GIE')
    expect(data.upcoming[0]?.topics).toEqual(['Palabras', 'Trees'])
    expect(problems).toEqual([])
  })

  test('are translated where the result has no community', async () => {
    const {data} = await loader.inLanguage('es-MX').touchpoints({topic: 'Words'})
    expect(data.map(({topics}) => topics)).toEqual([['Palabras', 'Trees']])
    const {data: groups} = await loader.inLanguage('es').workingGroups()
    expect(groups.find(({slug}) => slug === 'docs')?.kind).toBe('GIE')
    const {data: guests} = await loader.inLanguage('es').guests()
    expect(guests[0]?.kind).toBe('Presidencia')
  })

  test('stay as they are stored in the default language and in a community without labels', async () => {
    expect((await loader.touchpoints()).data[0]?.topics).toEqual(['Words', 'Trees'])
    const plain = loaderOf({documents}).inLanguage('es')
    expect((await plain.touchpoints()).data[0]?.topics).toEqual(['Words', 'Trees'])
  })

  test('lead an editor to the field of the document', async () => {
    const {data} = await loader.inLanguage('es').preview({token: 'secret'}).workingGroups()
    const [group] = data.filter(({slug}) => slug === 'docs')
    expect(group?.kind).toBe('GIE')
    expect(group && edit(group, 'kind')).toContain('id=group-docs;type=workingGroup;path=kind')
    expect(group && edit(group, 'roles[0].role')).toContain('path=roles:r.role')
    expect(group && edit(group, 'roles[0].note')).toContain('path=roles:r.note')
  })

  test('lose what lets visitors join when the meeting is for members', async () => {
    const room = 'https://meet.example/j/123?pwd=secret'
    const secret = {
      ...labelled,
      vocabulary: {labels: [label('Words', `Palabras ${room}`)]},
    }
    const members = session('members', '2026-03-11T14:00:00Z', {
      audience: 'members',
      topics: ['Words'],
    })
    const result = await loaderOf({documents: [weekly, members, secret]})
      .inLanguage('es')
      .touchpoints()
    expect(result.data[0]?.topics).toHaveLength(1)
    expect(JSON.stringify(result)).not.toContain(room)
  })
})

describe('texts with translations of their own', () => {
  test('are translated in the lists of a cadence, a group and a community', async () => {
    const {data} = await loader.inLanguage('es').meetingsPage({window})
    expect(data.series[0]?.cadence?.exceptions).toMatchObject([{reason: 'Festivo'}])
    expect(data.workingGroups.find(({slug}) => slug === 'docs')?.goals).toEqual(['Uno y dos'])
    expect(data.community?.regions[0]?.title).toBe('El norte')
    expect(data.page?.title).toBe(meetingsPage.titleTranslations[0]?.value)
  })

  test('do not show the reason of a session that takes place, in any language', async () => {
    const sessions = async (language: string) =>
      (await loader.inLanguage(language).touchpoints()).data[0]?.cancelReason
    expect([await sessions('en'), await sessions('es')]).toEqual([null, null])
    const cancelled = documents.map((each) =>
      each._type === 'touchpoint' ? {...each, status: 'cancelled'} : each,
    )
    const other = loaderOf({documents: [...cancelled, labelled]}).inLanguage('es')
    expect((await other.touchpoints()).data[0]?.cancelReason).toBe('Enfermedad')
  })
})
