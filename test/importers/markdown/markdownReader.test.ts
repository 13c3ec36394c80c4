import fc from 'fast-check'
import {describe, expect, test} from 'vitest'

import {checkDataset} from '../../../schemas/rules/index.ts'
import {wallClock} from '../../../calendar/time/index.ts'
import {datasetValidator} from '../../support/datasetValidator.ts'
import {factsOfAgenda} from '../../support/factsOfAgenda.ts'
import {factsOfPage} from '../../support/factsOfPage.ts'
import {firstAnswers, type PagePlan, readMarkdown} from '../../support/readMarkdown.ts'
import {referencePages} from '../../support/referencePages.ts'
import {page} from './page.ts'

const imported = readMarkdown(page, {
  asOf: '2024-03-20',
  base: 'https://example.org/2024/page.md',
})

function one({documents}: PagePlan, id: string) {
  const match = documents.find((document) => document._id === id)
  if (!match) throw new Error(`No ${id} among ${documents.map(({_id}) => _id).join(', ')}`)
  return match
}

/** Returns all text of a result, with dates in local time, to search for facts. */
function everything({documents, leftovers, findings}: PagePlan): string {
  const answers = findings.flatMap(({choices}) => choices.map(({set}) => set))
  const clocks = [...documents, ...answers].flatMap(({schedule}) => {
    const [start, zone] = ['start', 'timeZone'].map((key) => Reflect.get(Object(schedule), key))
    if (typeof start !== 'string' || typeof zone !== 'string') return []
    const {date, time} = wallClock(start, zone)
    return [`${date} ${time}`]
  })
  return [
    ...clocks,
    ...[...documents, ...leftovers, ...findings].map((part) => JSON.stringify(part)),
  ].join('\n')
}

/** Errors of the documents after the first answer to each question. */
async function errorsOf({plan}: PagePlan) {
  const documents = firstAnswers(plan)
  const validate = datasetValidator(documents)
  const results = await Promise.all(documents.map(validate))
  return results.flatMap(({markers}, index) =>
    markers
      .filter(({level}) => level === 'error')
      .map(
        ({path, message}) => `${documents[index]?._id} ${path.map(String).join('.')} ${message}`,
      ),
  )
}

describe('the reader of Markdown', () => {
  test('reads a session with its date in the calendar’s zone, guests and agenda', () => {
    expect(one(imported, 'touchpoint-2024-04-11')).toMatchObject({
      title: 'Supply chains',
      schedule: {start: '2024-04-11T12:00:00Z', timeZone: 'Europe/Madrid', minutes: 60},
      series: {_ref: 'series-thursday-touchpoints'},
      guests: [{guest: {_ref: 'guest-ada'}}, {guest: {_ref: 'guest-grace-hopper'}}],
      agenda: [{title: 'Updates on policy', kind: 'updates'}, {kind: 'questions'}],
      links: {agenda: 'https://github.com/example/talks/discussions/7'},
    })
    expect(one(imported, 'guest-ada')).toMatchObject({
      organization: {_ref: 'organization-example-foundation'},
    })
  })

  test('reports a wrong time on the page, and how it was interpreted', () => {
    const messages = imported.findings.map(({message}) => message)
    expect(messages).toContainEqual(expect.stringContaining('2024-04-12 is a Friday, not a Monday'))
    expect(messages).toContainEqual(
      expect.stringMatching(/CET.* was read as local time in Europe\/Madrid .*UTC\+02:00/),
    )
    expect(messages).toContainEqual(expect.stringContaining('18:00 PM" is not a valid time'))
  })

  test('reads recordings with their season, and removes tracking parameters from their links', () => {
    expect(one(imported, 'recording-one')).toMatchObject({
      media: {youtubeId: 'aaaaaaaaaaa'},
      season: 'Webinars 2023',
    })
    expect(one(imported, 'recording-all-of-2022')).toMatchObject({
      media: {playlistId: 'PLaaaaaaaaaaaaaaaa'},
    })
  })

  test('reads working groups from a list and from a card', () => {
    expect(one(imported, 'workingGroup-guide')).toMatchObject({
      phase: 'maintenance',
      goals: ['Write it', 'Keep it'],
      channels: [
        {kind: 'mailingList', url: 'https://lists.example.org/g/guide'},
        {kind: 'slack', workspace: 'Example', name: '#wg-guide'},
      ],
      links: [
        {kind: 'notes', url: 'https://docs.example.org/notes'},
        {kind: 'repository', title: 'example/guide', url: 'https://github.com/example/guide'},
      ],
      roles: [
        {role: 'Moderator', person: {_ref: 'guest-ada'}},
        {role: 'Moderator', person: {_ref: 'guest-linus'}},
      ],
    })
    expect(one(imported, 'workingGroup-metrics-working-group')).toMatchObject({
      channels: [{name: '#wg-metrics'}],
      links: [{kind: 'repository', title: 'example/metrics'}],
    })
  })

  test('reads the call of a card as a series of the group, as any other series', () => {
    expect(one(imported, 'series-metrics-working-group-weekly-call')).toMatchObject({
      title: 'Weekly call',
      group: {_ref: 'workingGroup-metrics-working-group'},
      meets: 'standing',
      lifecycle: 'active',
      calendar: {_ref: 'calendar-community-calendar'},
    })
  })

  test('keeps the calls of two groups apart, each with its room or its calendar', () => {
    const card = (title: string, url: string) =>
      `{{< wg-card title="${title}" cal_text="Weekly call" cal_url="${url}" >}}`
    const cards = [
      card('Docs', 'https://meet.jit.si/example-docs'),
      card('Code', 'https://calendar.google.com/calendar/embed?src=def%40group.example.org'),
    ]
    const result = readMarkdown(cards.join('\n\n'), {asOf: '2025-01-01'})
    expect(one(result, 'series-docs-weekly-call')['defaultLinks']).toMatchObject({
      join: 'https://meet.jit.si/example-docs',
    })
    expect(one(result, 'series-code-weekly-call')['defaultLinks']).toBeUndefined()
    expect(one(result, 'workingGroup-code')['links']).toMatchObject([
      {kind: 'calendar', title: 'Weekly call', url: expect.stringContaining('src=def')},
    ])
  })

  test('keeps a cadence in words while its zone is open, and offers each clock', () => {
    const series = one(imported, 'series-apac-and-emea-touchpoints')
    expect(series).toMatchObject({
      regions: ['APAC', 'EMEA'],
      meets: 'scheduled',
      cadenceText: 'Thursdays, 12:00 PM GMT',
    })
    expect(series['cadence']).toBeUndefined()
    const question = imported.findings.find(
      ({document, code}) => document === series._id && code !== 'which-audience',
    )
    expect(question).toMatchObject({code: 'which-zone', kind: 'ask'})
    expect(question?.choices.map(({set}) => set)).toMatchObject([
      {cadence: {slots: [{weekdays: ['TH'], time: '12:00', timeZone: 'Europe/London'}]}},
      {cadence: {slots: [{timeZone: 'UTC'}]}, cadenceText: null},
    ])
  })

  test('reads a cadence with one meaning as local time in its zone', () => {
    const {documents} = readMarkdown('- Call: Every Monday, 17:00 Europe/Madrid', {
      asOf: '2025-01-01',
    })
    expect(documents.find(({_type}) => _type === 'series')?.['cadence']).toMatchObject({
      slots: [
        {weekdays: ['MO'], time: '17:00', timeZone: 'Europe/Madrid', startDate: '2025-01-06'},
      ],
    })
  })

  test('makes no weekly cadence of a weekday on a page that promises one session a month', () => {
    const item = '- EMEA touchpoints: Thursdays, 12:00 PM GMT'
    const result = readMarkdown(`Each of them meets once a month.\n\n${item}`, {
      asOf: '2025-01-01',
    })
    const series = one(result, 'series-emea-touchpoints')
    expect(series).toMatchObject({cadenceText: 'Thursdays, 12:00 PM GMT'})
    expect(series['cadence']).toBeUndefined()
    expect(result.findings.map(({message}) => message)).toContainEqual(
      expect.stringContaining('not in which week'),
    )
  })

  test('asks in which weeks a meeting of every other week is', () => {
    const {documents, findings} = readMarkdown('- Call: Mondays 17:00 UTC, every other week', {
      asOf: '2025-01-01',
    })
    const series = documents.find(({_type}) => _type === 'series')
    expect(series?.['cadence']).toBeUndefined()
    const question = findings.find(({code}) => code === 'which-dates')
    expect(question?.choices.map(({set}) => set)).toMatchObject(
      ['2025-01-06', '2025-01-13'].map((startDate) => ({
        cadence: {slots: [{interval: 2, startDate}]},
      })),
    )
  })

  test('lists a region that it does not know, so that it is not lost', () => {
    const table = `| date | slot | time | topic |\n|-|-|-|-|\n| 2025-03-06 | EMEA & Antarctica | 10:00 | Ice |`
    const result = readMarkdown(table, {asOf: '2025-01-01'})
    expect(result.leftovers.map(({text}) => text)).toEqual(['EMEA & Antarctica'])
  })

  test('reads an agenda table: sessions, guests, recordings, and sessions without a recording', () => {
    expect(one(imported, 'touchpoint-2025-02-13')).toMatchObject({
      title: 'Machines',
      schedule: {start: '2025-02-13T12:00:00Z'},
      topics: ['Theory'],
      links: {agenda: 'https://example.org/2024/Feb-13.md'},
    })
    expect(one(imported, 'recording-2025-02-13')).toMatchObject({media: {youtubeId: 'bbbbbbbbbbb'}})
    // London has summer time on that day. The page says GMT, so that nobody but the community knows.
    const [question] = imported.findings.filter(
      ({document, kind}) => document === 'touchpoint-2025-05-27' && kind === 'ask',
    )
    expect(question?.choices.map(({set}) => set['schedule'])).toMatchObject([
      {start: '2025-05-27T17:00:00Z', timeZone: 'Europe/London'},
      {start: '2025-05-27T18:00:00Z', timeZone: 'UTC'},
    ])
    expect(one(imported, 'touchpoint-2025-05-27')).toMatchObject({
      chathamHouseRule: true,
      recordingPolicy: 'notRecorded',
      guests: [{guest: {_ref: 'guest-emma-noether'}}, {guest: {_ref: 'guest-ada-lovelace'}}],
    })
  })

  test('reads the page itself: title, path, calendar, address, proposals and prose', () => {
    const {title, path, submitEventEmail, sections} = one(imported, 'meetingsPage')
    expect({title, path, submitEventEmail}).toEqual({
      title: 'Community Meetings',
      path: '/community/calls/',
      submitEventEmail: 'info@example.org',
    })
    const text = JSON.stringify(sections)
    expect(text).toContain('"kind":"callForProposals"')
    expect(text).toContain('https://example.org/cfp')
    expect(text).toContain('https://timezones.example.com')
    expect(text).toContain('https://example.org/tz')
    expect(one(imported, 'calendar-community-calendar')).toMatchObject({timeZone: 'Europe/Madrid'})
  })

  test('lists unmapped content with its line and the reason', () => {
    const leftovers = imported.leftovers.map(({text}) => text).join('\n')
    for (const piece of ['weight: 30', 'mood="cheerful"', '{{% calendars "all" %}}', 'high']) {
      expect(leftovers).toContain(piece)
    }
    expect(leftovers).toContain('someday')
    expect(leftovers).toContain('https://example.org/cell')
    expect(leftovers).toContain('touchpoints import page.md')
    const line = page.split('\n').findIndex((text) => text.includes('someday')) + 1
    expect(imported.leftovers.find(({text}) => text.includes('someday'))?.place.line).toBe(line)
  })

  test('creates documents that an editor can publish', async () => {
    expect(await errorsOf(imported)).toEqual([])
  })

  test('gives the same result for the same page, so that a second import changes nothing', () => {
    const again = readMarkdown(page, {
      asOf: '2024-03-20',
      base: 'https://example.org/2024/page.md',
    })
    expect(again).toEqual(imported)
  })

  test('keeps two sessions on one day separate', () => {
    const row = '| 2025-03-06 | EMEA | 10:00 | Ada | Morning |'
    const table = `| date | slot | time | guest | topic |\n|-|-|-|-|-|\n${row}\n${row.replace('Morning', 'Again')}`
    const {documents} = readMarkdown(table, {asOf: '2025-01-01'})
    const titles = documents.filter(({_type}) => _type === 'touchpoint').map(({title}) => title)
    expect(titles).toEqual(['Morning', 'Again'])
  })

  test('accepts an empty text and a malformed page', () => {
    expect(readMarkdown('', {asOf: '2025-01-01'}).documents).toEqual([])
    const broken = readMarkdown('---\na: [\n---\n{{< \n> x', {asOf: '2025-01-01'})
    expect(broken.leftovers.map(({text}) => text)).toContain('a: [')
  })

  test('loses no fact that is beside a rhythm in one paragraph', () => {
    const text =
      '# Infra Team\n\n**Chair:** Ada Lum\n**Slack:** #infra\nMeets every Thursday, 15:00 UTC\n'
    const {plan} = readMarkdown(text, {asOf: '2026-02-01'})
    expect(JSON.stringify(plan)).toContain('Ada Lum')
    expect(JSON.stringify(plan)).toContain('#infra')
  })

  test('reads a list of names below "Members" into roles', () => {
    const text = '# Infra Team\n\n## Members\n\n- [Bo Reed](https://github.com/bo)\n- Kim Tan\n'
    const roles = one(readMarkdown(text, {asOf: '2026-02-01'}), 'workingGroup-infra')['roles']
    expect(roles).toMatchObject([
      {role: 'Member', person: {_ref: 'guest-bo-reed'}},
      {role: 'Member', person: {_ref: 'guest-kim-tan'}},
    ])
  })

  test('loses no word, at any place on a page', () => {
    const pieces = fc.constantFrom(
      (w: string) => `## ${w}`,
      (w: string) => `### ${w}`,
      (w: string) => `Words about ${w} here.`,
      (w: string) => `- item\n  - inner ${w}`,
      (w: string) => `1. **bold ${w}**`,
      (w: string) => `> quoted ${w}`,
      (w: string) => `See [text](https://example.org/${w}).`,
      (w: string) => `See [${w}](relative.md) and ![picture](https://example.org/${w}.png)`,
      (w: string) => `[named][${w}]\n\n[${w}]: https://example.org/${w}`,
      (w: string) => `| a | b |\n|---|---|\n| ${w} | [x](https://example.org/${w}) |`,
      (w: string) => `\`\`\`\n${w}\n\`\`\``,
      (w: string) => `<div>${w}</div>`,
      (w: string) => `{{< card title="${w}" >}}`,
      (w: string) => `{{< wg-card title="Group" slack_text="#${w}" other="${w}" >}}`,
      (w: string) => `* Strategic Goals: ${w}\n* [Working repo](https://example.org/${w})`,
      (w: string) => `* Moderated by: ${w}\n* Communication Channels: Slack #${w} and more of ${w}`,
      (w: string) =>
        `### Next Thursday Touchpoint\n\nDate: April, Thursday 11 - 2:00 to 3:00 pm CET\n\n- ${w}`,
      (w: string) => `### Past Recordings\n\n- [${w}](https://youtu.be/aaaaaaaaaaa)\n- ${w}`,
      (w: string) =>
        `## Calendar\n\n[feed](https://example.org/${w}.ics) and [page](https://example.org/${w})`,
      (w: string) => `### Group - ${w}\n\n* Strategic Goals: x\n* Moderated by: y`,
      (w: string) => `Mail ${w}@example.org`,
    )
    const written = fc.array(pieces, {minLength: 1, maxLength: 8})
    fc.assert(
      fc.property(written, (list) => {
        const words = list.map((_, index) => `w0rd${index}x`)
        const markdown = list.map((piece, index) => piece(words[index] ?? '')).join('\n\n')
        const result = everything(readMarkdown(markdown, {asOf: '2024-03-20'}))
        expect(words.filter((word) => !result.includes(word))).toEqual([])
      }),
      {numRuns: 300},
    )
  })
})

const pages = referencePages()

describe.skipIf(!pages)('the original pages (skipped without ../shared/reference)', () => {
  const {page2024 = '', page2025 = '', agenda2025 = ''} = pages ?? {}

  test.each([
    {year: 2024, text: page2024, asOf: '2024-03-20'},
    {year: 2025, text: page2025, asOf: '2025-03-01'},
  ])(
    '$year: every link, name, date and channel is in a document or in a list',
    ({year, text, asOf}) => {
      const facts = Object.values(factsOfPage(text, year)).flat()
      expect(facts.length).toBeGreaterThan(20)
      const result = everything(readMarkdown(text, {asOf}))
      expect(facts.map(stored).filter((fact) => !result.includes(fact))).toEqual([])
    },
  )

  test.each([
    {year: 2024, text: page2024, asOf: '2024-03-20'},
    {year: 2025, text: page2025, asOf: '2025-03-01'},
    {year: 'agenda', text: agenda2025, asOf: '2025-08-01'},
  ])('$year: the documents pass the Studio’s rules', async ({text, asOf}) => {
    expect(await errorsOf(readMarkdown(text, {asOf}))).toEqual([])
  })

  test('2024: the next session is on 28 March with four guests, the next Friday one on 12 April', () => {
    const result = readMarkdown(page2024, {asOf: '2024-03-20'})
    expect(one(result, 'touchpoint-2024-03-28')['guests']).toHaveLength(4)
    expect(one(result, 'touchpoint-2024-04-12')['schedule']).toMatchObject({
      start: '2024-04-12T15:30:00Z',
      timeZone: 'Europe/Madrid',
    })
  })

  test('2024: the rules find the mistakes of the page', () => {
    const {documents} = readMarkdown(page2024, {asOf: '2024-03-20'})
    const findings = checkDataset(documents, {now: '2024-03-20T00:00:00Z'})
    const codes = new Set(findings.map(({code}) => code))
    expect(codes).toContain('shared-channel')
    expect(codes).toContain('count-in-text')
  })

  test('the agenda of 2025: ten sessions, every guest, topic, tag and video', () => {
    const result = readMarkdown(agenda2025, {asOf: '2025-08-01'})
    const rows = factsOfAgenda(agenda2025)
    const text = everything(result)
    const facts = rows.flatMap(({names, topics, tag}) => [...names, ...topics, tag])
    expect(facts.filter((fact) => !text.includes(fact))).toEqual([])
    expect(rows.filter(({date, time}) => !text.includes(`${date} ${time}`))).toEqual([])
    const videos = rows.flatMap(({recording}) => /youtu\.be\/(.{11})/.exec(recording)?.[1] ?? [])
    expect(videos.filter((id) => !text.includes(id))).toEqual([])
    expect(videos).toHaveLength(3)
  })
})

/** Returns the stored form of a fact, if it differs from the written one. */
function stored(fact: string): string {
  const video = /youtu\.be\/([\w-]{11})/.exec(fact)?.[1] ?? /[?&]list=([\w-]+)/.exec(fact)?.[1]
  return video ?? fact
}
