import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'

import {checkDataset, type StoredDocument} from '../../schemas/rules/index.ts'
import {planMigration} from '../../schemas/migration/index.ts'
import {datasetValidator, unknownFields} from '../support/datasetValidator.ts'
import {storedDocument} from '../support/readContent.ts'
import {call, group, recurrence, refTo} from './groupWithCall.ts'

/** The sample content in the previous model. */
const before = readdirSync(new URL('before/', import.meta.url)).flatMap((name) =>
  readFileSync(new URL(`before/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => storedDocument(JSON.parse(line))),
)
const today = '2025-06-01'
const plan = planMigration(before, {today})
const by = (id: string, documents: readonly StoredDocument[] = plan.documents) =>
  documents.find(({_id}) => _id === id)

describe('the sample content', () => {
  test('loses no string: each is in the new documents, or listed as changed', () => {
    const kept = new Set(plan.documents.flatMap(stringsIn))
    const listed = new Set(plan.facts.map(({value}) => value))
    const lost = before.flatMap(stringsIn).filter((text) => !kept.has(text) && !listed.has(text))
    expect(lost).toEqual([])
  })

  test('would be reported if a string were lost, so that the comparison is known to work', () => {
    const kept = new Set(
      plan.documents.filter(({_type}) => _type !== 'workingGroup').flatMap(stringsIn),
    )
    expect(before.flatMap(stringsIn).every((text) => kept.has(text))).toBe(false)
  })

  test('keeps each document, and gets a community and a series for each call', () => {
    const count = (documents: readonly StoredDocument[]) =>
      Object.fromEntries(
        [...Map.groupBy(documents, ({_type}) => _type)].map(([type, of]) => [type, of.length]),
      )
    const calls = before.filter((document) => 'call' in document).length
    expect(calls).toBe(3)
    const {series = 0, ...others} = count(before)
    expect(count(plan.documents)).toEqual({...others, series: series + calls, community: 1})
    const ids = new Set(plan.documents.map(({_id}) => _id))
    expect(before.filter(({_id}) => !ids.has(_id))).toEqual([])
  })

  test('is valid in the new model: formats, references and fields', async () => {
    const validate = datasetValidator(plan.documents)
    const problems = await Promise.all(
      plan.documents.map(async (document) => {
        const {markers} = await validate(document)
        const errors = markers.filter(({level}) => level === 'error')
        return [
          ...errors.map(({path, message}) => `${document._id} ${JSON.stringify(path)}: ${message}`),
          ...(await unknownFields(document)),
        ]
      }),
    )
    expect(problems.flat()).toEqual([])
  })

  test('gets no finding that it did not have', () => {
    const now = '2025-06-01T00:00:00Z'
    const added = (documents: readonly StoredDocument[]) => {
      const known = checkDataset(before, {now}).map(findingKey)
      return checkDataset(documents, {now})
        .map(findingKey)
        .filter((key) => !known.includes(key))
    }
    // The previous model had it too. This one cannot read the cadence before the migration.
    expect(added(plan.documents)).toEqual(['touchpoint-2025-05-27 off-cadence'])
    const broken = plan.documents.map((each) =>
      each._type === 'series' ? {...each, regions: ['Oceania']} : each,
    )
    expect(added(broken)).toContain('series-all-hands unknown-region')
  })

  test('changes nothing the second time', () => {
    const second = planMigration(plan.documents, {today})
    expect(second).toEqual({
      created: [],
      patched: [],
      facts: [],
      tasks: [],
      documents: plan.documents,
    })
  })

  test('can be written in order: no created document refers to one that comes later', () => {
    const known = new Set(before.map(({_id}) => _id))
    for (const document of plan.created) {
      expect(referencesIn(document).filter((id) => !known.has(id))).toEqual([])
      known.add(document._id)
    }
    for (const {set} of plan.patched) {
      expect(referencesIn(set).filter((id) => !known.has(id))).toEqual([])
    }
  })

  test('has a community with the name, zone and regions that its calendar and series had', () => {
    expect(by('community')).toMatchObject({
      _type: 'community',
      name: 'TODO Group',
      timeZone: 'Europe/Madrid',
      regions: [
        {code: 'APAC', timeZone: 'Asia/Singapore'},
        {code: 'EMEA', timeZone: 'Europe/Berlin'},
        {code: 'AMER', timeZone: 'America/New_York'},
      ],
      languages: ['en'],
      workspaces: [{kind: 'slack', name: 'TODO'}],
      vocabulary: {session: {singular: 'touchpoint', plural: 'touchpoints'}},
    })
  })

  test('has scheduled series, and those with a past cadence have ended', () => {
    expect(by('series-thursday-touchpoints')).toMatchObject({
      meets: 'scheduled',
      lifecycle: 'active',
    })
    expect(by('series-monday-touchpoints')).toMatchObject({meets: 'scheduled', lifecycle: 'ended'})
    expect(by('series-on-demand-touchpoints')).toMatchObject({lifecycle: 'active'})
    expect(by('series-all-hands')).not.toHaveProperty('kind')
    expect(plan.facts).toContainEqual(
      expect.objectContaining({documentId: 'series-all-hands', field: 'kind', value: 'allHands'}),
    )
  })

  test('has groups with roles and links', () => {
    expect(by('workingGroup-chaoss-ospo-metrics')).toMatchObject({
      roles: [
        {_type: 'groupRole', _key: 'matt', role: 'Moderator', person: refTo('guest-matt')},
        {_type: 'groupRole', _key: 'ana', role: 'Moderator', person: refTo('guest-ana')},
      ],
      links: [
        {
          _type: 'typedLink',
          kind: 'repository',
          title: 'chaoss/wg-ospo',
          url: 'https://github.com/chaoss/wg-ospo',
        },
        {_type: 'typedLink', kind: 'notes'},
      ],
      channels: [{kind: 'slack', workspace: 'TODO', name: '#wg-ospometrics-chaoss'}],
    })
  })

  test('has a standing series for the call of a group', () => {
    expect(by('series-workingGroup-agentic-ai-call')).toEqual({
      _id: 'series-workingGroup-agentic-ai-call',
      _type: 'series',
      title: 'Bi-weekly call',
      slug: {_type: 'slug', current: 'agentic-ai-call'},
      group: refTo('workingGroup-agentic-ai'),
      meets: 'standing',
      lifecycle: 'active',
      audience: 'everyone',
      calendar: refTo('calendar-todo'),
    })
  })
})

const migrated = (...documents: StoredDocument[]) => planMigration(documents, {today})

describe('a call', () => {
  test('keeps its cadence, length, audience, room, calendar and event', () => {
    expect(by('series-group-1-call', migrated(group).documents)).toMatchObject({
      title: 'Metrics call',
      cadence: {
        _type: 'cadence',
        slots: [{_type: 'recurrence', _key: 'slot', interval: 2, weekdays: ['TU'], time: '16:00'}],
      },
      minutes: 45,
      audience: 'members',
      defaultLinks: {_type: 'meetingLinks', join: 'https://meet.example.org/metrics'},
      calendar: refTo('calendar-1'),
      eventUid: 'metrics@example.org',
    })
  })

  test('has ended if its group is archived, or its cadence is past', () => {
    const ended = (changes: object) =>
      by('series-group-1-call', migrated({...group, ...changes}).documents)?.['lifecycle']
    expect(ended({phase: 'archived'})).toBe('ended')
    expect(ended({call: {...call, recurrence: {...recurrence, endDate: '2025-05-31'}}})).toBe(
      'ended',
    )
    expect(ended({call: {...call, recurrence: {...recurrence, endDate: today}}})).toBe('active')
  })

  test('gets a slug that no other series has', () => {
    const taken = {_id: 's', _type: 'series', slug: {current: 'metrics-call'}}
    expect(by('series-group-1-call', migrated(taken, group).documents)).toMatchObject({
      slug: {current: 'metrics-call-2'},
    })
  })

  test('that a decision named is named by its series, also in a draft of the decision', () => {
    const decision = {
      _id: 'decision',
      _type: 'calendarDecision',
      first: {_type: 'meetingIdentity', document: {...refTo('group-1'), _weak: true}},
      second: {_type: 'meetingIdentity', calendar: refTo('calendar-1'), eventUid: 'x'},
    }
    const draft = {...decision, _id: 'drafts.decision'}
    const {documents} = migrated(group, decision, draft)
    for (const id of ['decision', 'drafts.decision']) {
      expect(by(id, documents)).toMatchObject({
        first: {document: {_ref: 'series-group-1-call', _weak: true}},
        second: decision.second,
      })
    }
  })
})

describe('a draft or a version', () => {
  const changed = {...call, title: 'New call'}

  test('with another call than its published group gets a series like itself', () => {
    const {created} = migrated(
      group,
      {...group, _id: 'drafts.group-1', call: changed},
      {...group, _id: 'versions.r1.group-1', call: changed},
    )
    expect(created.map(({_id, title}) => [_id, title])).toEqual([
      ['community', undefined],
      ['series-group-1-call', 'Metrics call'],
      ['drafts.series-group-1-call', 'New call'],
      ['versions.r1.series-group-1-call', 'New call'],
    ])
  })

  test('with the same call gets none, because there is nothing to publish', () => {
    const {created} = migrated(group, {...group, _id: 'drafts.group-1', title: 'Metric'})
    expect(created.map(({_id}) => _id)).toEqual(['community', 'series-group-1-call'])
  })

  test('of a group that is not published refers to it weakly, as the Studio does', () => {
    const {created} = migrated({...group, _id: 'drafts.group-1'})
    expect(by('drafts.series-group-1-call', created)?.['group']).toEqual({
      ...refTo('group-1'),
      _weak: true,
      _strengthenOnPublish: {type: 'workingGroup'},
    })
  })

  test('that removes the call is listed, because a draft cannot delete a series', () => {
    const {call: _, ...rest} = group
    const {facts} = migrated(group, {...rest, _id: 'drafts.group-1'})
    expect(facts).toMatchObject([
      {
        documentId: 'drafts.group-1',
        field: 'call',
        reason: expect.stringContaining('series-group-1-call'),
      },
    ])
  })

  test('of a series or a guest is moved too', () => {
    const {patched} = migrated(
      {_id: 'drafts.s', _type: 'series', kind: 'touchpoint'},
      {_id: 'versions.r1.g', _type: 'guest', kind: 'ospoMember'},
    )
    expect(patched).toEqual([
      {
        id: 'drafts.s',
        revision: undefined,
        set: {meets: 'scheduled', lifecycle: 'active'},
        unset: ['kind'],
      },
      {id: 'versions.r1.g', revision: undefined, set: {kind: 'OSPO member'}, unset: []},
    ])
  })
})

describe('a recurrence', () => {
  const cadenceOf = (changes: object) => {
    const series = {_id: 's', _type: 'series', cadence: {...recurrence, ...changes}}
    return by('s', migrated(series).documents)?.['cadence']
  }

  test('on a weekday of the month keeps it as an ordinal', () => {
    expect(cadenceOf({frequency: 'monthly', ordinal: -1})).toMatchObject({
      slots: [{frequency: 'monthly', monthlyOn: 'weekday', ordinals: [-1], weekdays: ['TU']}],
    })
  })

  test('on a date of the month says so', () => {
    expect(cadenceOf({frequency: 'monthly', weekdays: []})).toMatchObject({
      slots: [{monthlyOn: 'date', weekdays: []}],
    })
  })

  test('each week has neither', () => {
    const [slot] = Object(cadenceOf({})).slots
    expect(slot).toEqual({
      _type: 'recurrence',
      _key: 'slot',
      frequency: 'weekly',
      interval: 2,
      weekdays: ['TU'],
      time: '16:00',
      timeZone: 'Europe/London',
      startDate: '2025-01-07',
    })
  })
})

test('a patch has the revision that it was made for, so that no edit in between is lost', () => {
  expect(migrated({...group, _rev: 'r7'}).patched).toMatchObject([{revision: 'r7'}])
})

test('a dataset without a calendar gets a community with the zone of most of its sessions', () => {
  const session = (_id: string, timeZone: string) => ({
    _id,
    _type: 'touchpoint',
    schedule: {timeZone},
  })
  const page = {_id: 'meetingsPage', _type: 'meetingsPage', title: 'Our meetings'}
  const {created} = migrated(
    page,
    session('a', 'Asia/Tokyo'),
    session('b', 'Europe/Paris'),
    session('c', 'Europe/Paris'),
  )
  expect(created).toMatchObject([{name: 'Our meetings', timeZone: 'Europe/Paris'}])
  expect(created[0]).not.toHaveProperty('regions')
})

test('nothing that is not published gets into the community', () => {
  const secrets = (prefix: string) => [
    {
      _id: `${prefix}group`,
      _type: 'workingGroup',
      roles: [{role: 'Secret role'}],
      channels: [{kind: 'slack', workspace: 'Secret workspace', name: '#x'}],
    },
    {_id: `${prefix}guest`, _type: 'guest', kind: 'Secret kind'},
    {_id: `${prefix}series`, _type: 'series', regions: ['APAC']},
    {_id: `${prefix}org`, _type: 'organization', name: 'Secret name', logo: {asset: 'x'}},
    {_id: `${prefix}session`, _type: 'touchpoint', schedule: {timeZone: 'Asia/Tokyo'}},
    {_id: `${prefix}meetingsPage`, _type: 'meetingsPage', title: 'Secret title'},
  ]
  const calendar = {
    _id: 'calendar',
    _type: 'calendar',
    ownership: 'own',
    organization: {...refTo('org'), _weak: true},
  }
  const community = (...documents: StoredDocument[]) =>
    by('community', migrated(calendar, ...documents).documents)
  expect(JSON.stringify(community(...secrets('')))).toContain('Secret name')
  expect(community(...secrets('drafts.'), ...secrets('versions.r1.'))).toEqual(community())
  expect(community()).toMatchObject({name: 'Community', timeZone: 'UTC'})
})

test('names what the previous model could not say: when a call meets, and where a workspace is', () => {
  expect(plan.tasks.map(({documentId}) => documentId)).toEqual([
    'community',
    'series-workingGroup-chaoss-ospo-metrics-call',
    'series-workingGroup-oss-in-business-call',
    'series-workingGroup-agentic-ai-call',
  ])
  expect(migrated(group).tasks).toEqual([])
})

test('no document gives no community', () => {
  expect(migrated().created).toEqual([])
})

function findingKey({documentId, code}: {documentId: string; code: string}): string {
  return `${documentId} ${code}`
}

/** Returns all strings of a document, also ids and references, but no names of types and no keys. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(stringsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    name === '_type' || name === '_key' ? [] : stringsIn(inner),
  )
}

/** Returns the targets of all references in a value. */
function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    name === '_ref' ? [String(inner)] : referencesIn(inner),
  )
}
