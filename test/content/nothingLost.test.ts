import {describe, expect, test} from 'vitest'

import {wallClock} from '../../calendar/time/index.ts'
import {factsOfAgenda} from '../support/factsOfAgenda.ts'
import {factsOfPage} from '../support/factsOfPage.ts'
import {readContent, type StoredDocument} from '../support/readContent.ts'
import {referencePages} from '../support/referencePages.ts'

const documents = readContent()
const pages = referencePages()
const everything = searchable(documents)

/** Facts of the original pages that are stored in another form, with the stored form and the reason. */
const corrected: {fact: string; now: string; reason: string}[] = [
  {
    fact: 'worldtimebuddy.com',
    now: 'https://www.worldtimebuddy.com',
    reason: 'a link without a scheme does not work',
  },
  {
    fact: 'https://docs.google.com/document/d/1Bf6a1Ywi4m0Ywo4vuBBp3Q9_AA_QKbWf99WxAqRbpMw/edit?usp=sharing',
    now: 'https://docs.google.com/document/d/1Bf6a1Ywi4m0Ywo4vuBBp3Q9_AA_QKbWf99WxAqRbpMw/edit',
    reason: 'usp=sharing only tracks the share',
  },
  {
    fact: 'https://calendar.google.com/calendar/embed?src=c_cpd890ckcd8lgtqak65o6413ts%40group.calendar.google.com',
    now: 'calendar-todo',
    reason: 'the working groups refer to the calendar document, which has the link',
  },
  {
    fact: 'ospology/ospobook',
    now: 'ospology/ospo-book',
    reason: 'the page of 2026 has the name of the folder',
  },
  {
    fact: 'Thursdays, 12:00 PM GMT',
    now: 'At least one a month, on a Thursday at noon in London',
    reason: 'the community promises one a month, and noon in London is not noon GMT in summer',
  },
  {
    fact: 'Mondays, 5:00 PM GMT',
    now: 'At least one a month, on a Monday at 17:00 in London',
    reason: 'the community promises one a month, and London is not on GMT in summer',
  },
]

describe.skipIf(!pages)(
  'no fact of the original pages is lost (skipped without ../shared/reference)',
  () => {
    const {page2024 = '', page2025 = '', agenda2025 = '', changes2026 = ''} = pages ?? {}

    test.each([
      {year: 2024, page: page2024, atLeast: {links: 23, names: 34, dates: 2, channels: 2}},
      {year: 2025, page: page2025, atLeast: {links: 12, names: 12, dates: 2, channels: 3}},
    ])(
      'every link, name, date and channel of the $year page is stored',
      ({year, page, atLeast}) => {
        const facts = factsOfPage(page, year)
        const counts = Object.entries(facts).map(([kind, values]) => [kind, values.length])
        expect(Object.fromEntries(counts), 'a pattern without matches proves nothing').toEqual(
          atLeast,
        )
        expect(Object.values(facts).flat().filter(isLost)).toEqual([])
      },
    )

    test('every session of the 2025 agenda is stored with guests, topics, tag, slot and time', () => {
      const rows = factsOfAgenda(agenda2025)
      expect(rows).toHaveLength(10)
      for (const row of rows) {
        const session = one(`touchpoint-${row.date}`)
        const text = searchable(expanded(session))
        for (const fact of [...row.names, ...row.topics, row.tag]) expect(text).toContain(fact)
        for (const region of row.slot.split(' & ')) expect(text).toContain(`"${region}"`)
        const schedule = new Map(Object.entries(Object(session['schedule'])))
        const clock = wallClock(String(schedule.get('start')), 'Europe/London')
        // Two summer sessions are in UTC. The README of the content gives the reason.
        const written = row.time === '11:00' ? '12:00' : row.time
        expect(`${row.date} ${clock.date} ${clock.time}`).toBe(`${row.date} ${row.date} ${written}`)
      }
    })

    test('every recording of 2025 is stored, also those in processing and those not recorded', () => {
      const written = factsOfAgenda(agenda2025).map(({recording}) => recording)
      const stored = factsOfAgenda(agenda2025).map(({date}) => recordingAsWritten(date))
      expect(stored).toEqual(written)
    })

    test('the plan of 2026 has 18 Thursdays that alternate between two slots', () => {
      expect(changes2026).toContain('18 dates from 5 February to 19 November')
      const plan = documents.filter(({_id}) => /^touchpoint-2026-\d\d-\d\d$/.test(_id))
      expect(plan).toHaveLength(18)
      expect(plan[0]?._id).toBe('touchpoint-2026-02-05')
      expect(plan.at(-1)?._id).toBe('touchpoint-2026-11-19')
      const clocks = plan.map(({schedule}) => {
        const start = String(Reflect.get(Object(schedule), 'start'))
        return wallClock(start, 'Europe/London')
      })
      expect(new Set(clocks.map((clock) => clock.weekday))).toEqual(new Set(['TH']))
      expect(clocks.map((clock) => clock.time).join()).toBe(Array(9).fill('12:00,18:00').join())
    })

    test('the changes of 2026 are stored: on demand, All Hands, the new working group', () => {
      const facts = [
        ...changes2026.matchAll(/https:\/\/github[^\s)]+?(?=,)/g),
        ...changes2026.matchAll(/#wg-[\w-]+/g),
        ...changes2026.matchAll(/Agentic AI to empower OSPOs|All Hands/g),
      ].map((match) => match[0])
      expect(facts.length).toBeGreaterThanOrEqual(4)
      expect(facts.filter(isLost)).toEqual([])
      expect(one('series-on-demand-touchpoints')).not.toHaveProperty('cadence')
      expect(one('series-on-demand-touchpoints')).toHaveProperty('cadenceText')
    })

    test('the session of 28 March 2024 has four guests and four agenda items', () => {
      const session = one('touchpoint-2024-03-28')
      expect(session['schedule']).toMatchObject({start: '2024-03-28T13:00:00Z', minutes: 60})
      expect(session['guests']).toHaveLength(4)
      expect(session['agenda']).toHaveLength(4)
    })

    test('each correction is real: the old form is on a page, the new one in the content', () => {
      const all = [page2024, page2025, agenda2025, changes2026].join('\n')
      for (const {fact, now} of corrected) {
        expect(all).toContain(fact)
        expect(everything).toContain(now)
      }
    })

    test('the working group that had another group’s channel has its own', () => {
      const channels = JSON.stringify(one('workingGroup-chaoss-ospo-metrics')['channels'])
      expect(channels).not.toContain('#wg-employee-engagement-guide')
      expect(channels).toContain('#wg-ospometrics-chaoss')
    })

    test('a missing fact is reported', () => {
      expect(['https://example.org/nowhere', '#wg-nobody', 'Nobody Atall'].filter(isLost)).toEqual([
        'https://example.org/nowhere',
        '#wg-nobody',
        'Nobody Atall',
      ])
    })
  },
)

/** Returns a stored recording in the words of the agenda's last column. */
function recordingAsWritten(date: string): string {
  const {availability, media, notRecordedReason} = one(`recording-${date}`)
  if (availability === 'published') {
    return `https://youtu.be/${Reflect.get(Object(media), 'youtubeId')}`
  }
  if (availability === 'processing') return 'processing'
  return notRecordedReason === 'Held under the Chatham House Rule'
    ? 'none: held under the Chatham House Rule'
    : 'none'
}

function isLost(fact: string): boolean {
  if (corrected.some((entry) => entry.fact === fact)) return false
  return !everything.includes(storedForm(fact))
}

/** Returns the stored form of a fact, if it differs from the written one. */
function storedForm(fact: string): string {
  const video = /^https:\/\/youtu\.be\/([\w-]{11})/.exec(fact)
  if (video) return `"youtubeId":"${video[1]}"`
  const playlist = /[?&]list=([\w-]+)/.exec(fact)
  if (playlist) return `"playlistId":"${playlist[1]}"`
  return fact
}

function searchable(list: readonly StoredDocument[]): string {
  const clocks = list.flatMap(({schedule}) => {
    const [start, zone] = ['start', 'timeZone'].map((key) => Reflect.get(Object(schedule), key))
    if (typeof start !== 'string' || typeof zone !== 'string') return []
    const {date, time} = wallClock(start, zone)
    return [`${date} ${time}`]
  })
  return [...list.map((document) => JSON.stringify(document)), ...clocks].join('\n')
}

/** Returns a document and its references, two levels deep: a guest's organization counts as the session's. */
function expanded(document: StoredDocument, steps = 2): StoredDocument[] {
  if (steps === 0) return [document]
  const ids = JSON.stringify(document).matchAll(/"_ref":"([^"]+)"/g)
  return [document, ...[...ids].flatMap(([, id = '']) => expanded(one(id), steps - 1))]
}

function one(id: string): StoredDocument {
  const match = documents.find((document) => document._id === id)
  if (!match) throw new Error(`The sample content has no ${id}.`)
  return match
}
