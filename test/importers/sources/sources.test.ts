import {describe, expect, test} from 'vitest'

import {cadenceDates} from '../../../calendar/time/index.ts'
import {planImport} from '../../../importers/plan/index.ts'
import {sourceReaders} from '../../../importers/sources/index.ts'
import {cadenceOf} from '../../../schemas/reading/index.ts'
import {calendarFile, calendarToml, sigsYaml, teamToml} from './shapes.ts'

const asOf = '2026-07-01'

function planOf(files: Record<string, string>, base?: string) {
  const sources = Object.entries(files).map(([path, text]) => ({path, text, ...(base && {base})}))
  const plan = planImport(sources, {readers: sourceReaders, asOf})
  const document = (id: string) => plan.documents.find((each) => each.document._id === id)?.document
  return {
    ...plan,
    document,
    ids: plan.documents.map((each) => each.document._id),
    findingsOf: (id: string) => plan.findings.filter((each) => each.document === id),
    startsOf: (id: string, from = `${asOf}T00:00:00Z`) => {
      const cadence = cadenceOf(document(id)?.['cadence'])
      return cadence ? cadenceDates(cadence, {from, count: 3}).map(({start}) => start) : undefined
    },
  }
}

describe('a list of groups in YAML', () => {
  const plan = planOf({'sigs.yaml': sigsYaml})

  test('becomes groups, people, channels and series, each with its line', () => {
    expect(plan.document('workingGroup-tide')).toMatchObject({
      title: 'Tide',
      kind: 'SIG',
      description: 'Looks at the tide.',
      roles: [{role: 'Chair'}, {role: 'Chair'}, {role: 'Tech lead'}, {role: 'Liaison'}],
      channels: [
        {kind: 'slack', name: '#tide'},
        {kind: 'mailingList', name: 'tide', url: 'https://groups.example.org/forum/#!forum/tide'},
        {kind: 'github', name: 'tide-leads'},
      ],
    })
    expect(plan.document('workingGroup-tide-buoys')).toMatchObject({
      parent: {_ref: 'workingGroup-tide'},
      links: [{title: 'Owners'}],
    })
    const ana = plan.documents.find(({document}) => document._id === 'guest-ana-ruiz')
    expect(ana?.places.map(({line}) => line)).toEqual([9, 12])
    expect(ana?.document).toMatchObject({
      links: [{url: 'https://github.com/ana-r'}],
      organization: {_ref: 'organization-harbor-works'},
    })
  })

  test('keeps the hour of the place, and the day after a weekday of the month', () => {
    expect(plan.startsOf('series-tide-weekly-call')?.[0]).toBe('2026-07-07T23:00:00Z')
    expect(plan.startsOf('series-tide-review')).toEqual([
      '2026-07-29T05:30:00Z',
      '2026-08-26T05:30:00Z',
      '2026-09-23T05:30:00Z',
    ])
    expect(plan.document('series-tide-weekly-call')).toMatchObject({
      defaultLinks: {join: 'https://zoom.example.org/j/1', notes: 'https://notes.example.org/tide'},
    })
  })

  test('asks for weeks, zone and audience together, because a guess would be wrong for someone', () => {
    const document = plan.document('series-tide-private-chairs-call')
    expect(document).not.toHaveProperty('cadence')
    expect(document).not.toHaveProperty('audience')
    const [dates, audience] = plan.findingsOf('series-tide-private-chairs-call')
    expect(audience).toMatchObject({
      code: 'which-audience',
      kind: 'ask',
      message: expect.stringContaining('names a group of people'),
    })
    expect(dates).toMatchObject({code: 'which-dates', kind: 'ask'})
    // Two weeks, in each of three zones.
    expect(dates?.choices).toHaveLength(6)
    expect(dates?.choices[0]?.set).toMatchObject({cadenceText: null, cadence: {_type: 'cadence'}})
  })

  test('asks once who may come to all other series, because a list of groups does not say it', () => {
    const [audience] = plan.findingsOf('series-tide-weekly-call')
    expect(audience).toMatchObject({code: 'which-audience', alsoIn: ['series-tide-review']})
    expect(plan.document('series-tide-weekly-call')).not.toHaveProperty('audience')
  })

  test('reports what has no field, and a group that is named only', () => {
    const texts = plan.leftovers.map(({text}) => text)
    expect(texts).toEqual(
      expect.arrayContaining(['charter.md', 'Tide: label: tide', 'Stakeholder: Tide']),
    )
    expect(plan.findingsOf('workingGroup-fog')).toMatchObject([{code: 'not-in-sources'}])
  })

  test('resolves paths against the address of the file', () => {
    const based = planOf({'sigs.yaml': sigsYaml}, 'https://git.example.org/main/sigs.yaml')
    expect(based.document('workingGroup-tide')?.['links']).toMatchObject([
      {kind: 'charter', url: 'https://git.example.org/main/charter.md'},
      {kind: 'website', url: 'https://git.example.org/main/sig-tide/'},
    ])
  })
})

describe('a team and its calendar in TOML', () => {
  const plan = planOf({'teams/pier.toml': teamToml, 'calendars/pier.toml': calendarToml})

  test('are one group, with each role and each channel once', () => {
    expect(plan.ids.filter((id) => id.startsWith('workingGroup-'))).toEqual(['workingGroup-pier'])
    const group = plan.document('workingGroup-pier')
    const roles: unknown[] = Object(group)['roles']
    expect(roles.map((role) => Reflect.get(Object(role), 'role'))).toEqual([
      'Lead',
      'Member',
      'Member',
      'Representative: Pier',
      'Alumni',
    ])
    expect(group).toMatchObject({
      kind: 'working group',
      channels: [
        {kind: 'zulip', name: '#t-pier'},
        {kind: 'mailingList', name: 'pier@example.org'},
      ],
      links: [{kind: 'repository', url: 'https://github.com/example-org/pier'}],
    })
  })

  test('the parent is left out with a question when no file describes it', () => {
    expect(plan.document('workingGroup-pier')).not.toHaveProperty('parent')
    expect(plan.findings).toContainEqual(
      expect.objectContaining({code: 'not-in-sources', kind: 'ask'}),
    )
    const shore = teamToml.replace('"pier"', '"shore"').replace(/^subteam.*\n/m, '')
    const both = planOf({'teams/pier.toml': teamToml, 'teams/shore.toml': shore})
    expect(both.document('workingGroup-pier')).toMatchObject({
      parent: {_ref: 'workingGroup-shore'},
    })
  })

  test('exceptions count by their day, and a rule ends before its until', () => {
    const id = 'series-pier-weekly'
    expect(plan.startsOf(id, '2026-12-10T00:00:00Z')).toEqual([
      '2026-12-15T15:00:00Z',
      '2026-12-29T15:00:00Z',
      '2027-01-05T15:00:00Z',
    ])
    // 10:00 in New York is 14:00 in UTC, and the rule ends at 13:00.
    expect(plan.startsOf(id, '2027-06-20T00:00:00Z')).toEqual(['2027-06-22T14:00:00Z'])
    expect(plan.findingsOf(id)).toMatchObject([
      {code: 'corrected', kind: 'verify'},
      {code: 'which-audience', kind: 'ask'},
    ])
    expect(plan.document(id)).toMatchObject({
      minutes: 90,
      description: 'Bring your charts.',
      defaultLinks: {notes: 'https://notes.example.org/pier'},
    })
  })

  test('a count ends a series, which is over then', () => {
    expect(plan.document('series-pier-planning')).toMatchObject({
      lifecycle: 'ended',
      cadence: {slots: [{ordinals: [1], endDate: '2026-04-06'}]},
    })
  })

  test('an all-day entry, a zone with several clocks and an unknown rule are questions', () => {
    expect(plan.findingsOf('series-pier-release')).toMatchObject([
      {kind: 'ask', message: expect.stringContaining('Is it a meeting?')},
    ])
    expect(plan.findingsOf('series-pier-walk')).toMatchObject([
      {kind: 'ask', code: 'which-zone', choices: {length: 3}},
    ])
    expect(plan.findingsOf('series-pier-odd-days')).toMatchObject([
      {kind: 'ask', code: 'which-dates', choices: []},
    ])
  })

  test('a single event is a session, and its missing length is asked', () => {
    const id = 'touchpoint-pier-opening-2026-09-02'
    expect(plan.document(id)).toMatchObject({schedule: {start: '2026-09-02T17:00:00Z'}})
    expect(plan.findingsOf(id)[0]?.choices.map(({label}) => label)).toContain('60 minutes')
  })
})

describe('a calendar file', () => {
  test('becomes series, and a cadence gives exactly its dates', () => {
    const plan = planOf({'calendar.ics': calendarFile})
    expect(plan.document('series-book-club')).toMatchObject({
      meets: 'standing',
      cadence: {
        slots: [{interval: 2, weekdays: ['TU'], time: '18:00', timeZone: 'Europe/Madrid'}],
        exceptions: [
          {kind: 'skipped', date: '2026-03-31'},
          {kind: 'moved', date: '2026-01-20', toDate: '2026-01-21', toTime: '19:00'},
        ],
      },
      defaultLinks: {join: 'https://meet.example.org/books'},
    })
    expect(plan.document('touchpoint-members-evening-2026-09-05')).toMatchObject({
      series: {_ref: 'series-members-evening'},
    })
    expect(plan.findingsOf('series-members-evening')).toMatchObject([{code: 'which-audience'}])
    expect(plan.leftovers).toMatchObject([{text: 'Long ago'}])
  })

  test('at an address becomes a calendar, because the loader reads the live feed', () => {
    const plan = planOf({'https://example.org/harbor.ics': calendarFile})
    expect(plan.documents.map(({document}) => document)).toMatchObject([
      {
        _type: 'calendar',
        title: 'Harbor calendar',
        feedUrl: 'https://example.org/harbor.ics',
        timeZone: 'Europe/Madrid',
      },
    ])
  })
})

describe('a list of groups with other fields', () => {
  const plan = planOf({
    'sigs.yaml': `sigs:
  - name: "!!!"
    dir: ""
  - name: Reef
    disbanded: true
    cool: true
    meetings: every Tuesday
    leadership:
      chairs:
        - name: "!!!"
        - name: Ana Ruiz
  - name: "???"
    dir: sig-shoal
    subprojects:
      - description: no name
`,
  })

  test('refuses a name of signs, because its id would mean nothing', () => {
    expect(plan.ids).toEqual(['workingGroup-reef', 'guest-ana-ruiz', 'workingGroup-shoal'])
    expect(plan.leftovers.filter(({reason}) => reason.includes('letter or a digit'))).toMatchObject(
      [{place: {line: 2}, text: expect.stringContaining('!!!')}, {place: {line: 15}}],
    )
    expect(plan.leftovers).toContainEqual(
      expect.objectContaining({reason: 'This is no name of a person.'}),
    )
  })

  test('archives a disbanded group and asks to verify it, and lists what it does not know', () => {
    expect(plan.document('workingGroup-reef')).toMatchObject({phase: 'archived'})
    expect(plan.findingsOf('workingGroup-reef')).toMatchObject([
      {kind: 'verify', message: expect.stringContaining('disbanded')},
    ])
    const texts = plan.leftovers.map(({text}) => text)
    expect(texts).toContain('Reef: cool: true')
    expect(texts).toContain('Reef: meetings: every Tuesday')
    expect(texts.join()).not.toContain('disbanded')
  })
})

describe('a calendar in TOML with one-off events', () => {
  const event = (title: string, ...lines: string[]) =>
    ['[[events]]', `title = "${title}"`, ...lines, ''].join('\n')
  const plan = planOf({
    'reef.toml': [
      'name = "Reef"',
      event('Dive', 'start = "2027-07-04T02:00:00+05:30"', 'end = "2027-07-04T03:00:00+05:30"'),
      event(
        'Weekly',
        'start = 2027-07-05T02:00:00+05:30',
        'end = 2027-07-05T03:00:00+05:30',
        'status = "tentative"',
        'recurrence_rules = [ { frequency = "weekly" } ]',
        'organizer = { name = "Reef", email = "reef@example.org" }',
      ),
      event(
        'Old',
        'start = "2026-01-05T10:00:00Z"',
        'end = "2026-01-05T11:00:00Z"',
        'status = "tentative"',
      ),
      event(
        'Sure',
        'start = "2027-01-05T10:00:00Z"',
        'end = "2027-01-05T11:00:00Z"',
        'status = "confirmed"',
        'organizer = { name = "Reef" }',
      ),
    ].join('\n'),
  })

  test('keeps the day of a written offset, and asks for the zone that no offset says', () => {
    const id = 'touchpoint-dive-2027-07-04'
    expect(plan.document(id)).toMatchObject({
      slug: {current: 'dive-2027-07-04'},
      schedule: {start: '2027-07-03T20:30:00Z', timeZone: 'UTC', minutes: 60},
    })
    const zone = plan.findingsOf(id).find(({code}) => code === 'which-zone')
    expect(zone).toMatchObject({kind: 'verify', message: expect.stringContaining('“+05:30”')})
    expect(zone?.choices[0]).toMatchObject({
      label: 'Asia/Kolkata',
      set: {schedule: {timeZone: 'Asia/Kolkata', minutes: 60}},
    })
  })

  test('asks for the zone of a rhythm with an offset, which has no summer time', () => {
    expect(plan.document('series-reef-weekly')).not.toHaveProperty('cadence')
    expect(plan.findingsOf('series-reef-weekly')).toContainEqual(
      expect.objectContaining({code: 'which-zone', kind: 'ask'}),
    )
  })

  test('loses no status', () => {
    expect(plan.leftovers.map(({text}) => text)).toContain('Weekly: status: tentative')
    expect(plan.document('touchpoint-sure-2027-01-05')).toMatchObject({status: 'confirmed'})
    expect(plan.findingsOf('touchpoint-old-2026-01-05')).toContainEqual(
      expect.objectContaining({kind: 'verify', message: expect.stringContaining('tentative')}),
    )
  })

  test('takes the team itself for no person', () => {
    expect(plan.ids.filter((id) => id.startsWith('guest-'))).toEqual([])
    expect(plan.document('workingGroup-reef')).toMatchObject({
      channels: [{kind: 'mailingList', name: 'reef@example.org'}],
    })
  })
})

describe('hostile text is a leftover, not an error', () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x, x]\n${'bcdefghij'
    .split('')
    .map((name, index) => {
      const before = `*${'abcdefghi'[index]}`
      return `${name}: &${name} [${Array.from({length: 10}, () => before).join(', ')}]`
    })
    .join('\n')}\nsigs: *j\n`

  test.each([
    ['aliases of aliases', 'a.yaml', bomb],
    ['deep YAML', 'a.yaml', `sigs: ${'['.repeat(20_000)}`],
    ['deep TOML', 'a.toml', `[[events]]\na = ${'['.repeat(20_000)}`],
    ['text that is no YAML', 'a.yaml', 'sigs:\n  - a: [\n b'],
    ['a team without a name', 'a.toml', '[people]\nleads = []\nname = "x"'],
  ])('%s', (_, path, text) => {
    const plan = planOf({[path]: text})
    expect(plan.documents).toEqual([])
    expect(plan.leftovers[0]?.reason).toMatch(/could not be read/)
    expect(plan.leftovers[0]?.reason).not.toContain('call stack')
  })
})
