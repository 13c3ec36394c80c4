import {describe, expect, test} from 'vitest'

import {instantFromWallClock, recurrenceDates} from '../../../calendar/time/index.ts'
import {compiledSchema, datasetValidator} from '../../support/datasetValidator.ts'
import {readContent, storedDocument, type StoredDocument} from '../../support/readContent.ts'

/**
 * Twelve mistakes from real pages that people edited by hand. Each test makes one mistake in a document
 * of the sample content, as an editor would, and runs the Studio's validation.
 */
const content = readContent()

function sample(id: string, changes: Record<string, unknown> = {}): StoredDocument {
  const document = content.find(({_id}) => _id === id)
  if (!document) throw new Error(`The sample content has no document ${id}.`)
  return storedDocument({...document, ...changes})
}

/**
 * Returns the Studio's findings for a document as "level path: message". The other documents are those
 * of the sample content.
 */
async function shown(document: StoredDocument): Promise<string> {
  const others = content.filter(({_id}) => _id !== document._id)
  const {markers} = await datasetValidator([...others, document])(document)
  return markers
    .map(({level, path, message}) => `${level} ${path.map(String).join('.')}: ${message}`)
    .join('\n')
}

const session = 'touchpoint-2025-05-27'
const group = 'workingGroup-chaoss-ospo-metrics'

/** Thursdays at noon in London. */
const noon = {
  frequency: 'weekly',
  interval: 1,
  weekdays: ['TH'],
  time: '12:00',
  timeZone: 'Europe/London',
  startDate: '2025-03-27',
} as const

describe('the twelve mistakes', () => {
  test('1: a past session can’t be “next”, because no field holds it, and a past planned session gets a warning', async () => {
    const fields = compiledSchema.get('meetingsPage').fields.map(({name}: {name: string}) => name)
    expect(fields.filter((name: string) => /next|upcoming/i.test(name))).toEqual([])
    const schedule = {start: '2020-03-05T12:00:00Z', timeZone: 'Europe/London', minutes: 60}
    const past = sample(session, {schedule, status: 'confirmed'})
    expect(await shown(past)).toContain('has passed and the status is still “Confirmed”')
  })

  test('2: a weekday can’t contradict its date, because none is stored, and one in a text gets a warning', async () => {
    const fields = compiledSchema.get('schedule').fields.map(({name}: {name: string}) => name)
    expect(fields).toEqual(['start', 'timeZone', 'minutes'])
    expect(await shown(sample(session, {summary: 'Monday, May 27'}))).toContain('is a Tuesday')
  })

  test('3: a session with the wrong regions gets a warning', async () => {
    const wrong = {title: 'APAC & EMEA touchpoint', series: {_ref: 'series-monday-touchpoints'}}
    expect(await shown(sample(session, wrong))).toContain(
      'mentions APAC, but the series is for AMER',
    )
    const moved = {series: {_type: 'reference', _ref: 'series-thursday-touchpoints'}}
    expect(await shown(sample(session, moved))).toContain('starts at 01:00 in APAC')
  })

  test('4: “CET” in summer and “GMT” all year are refused, because a time zone is a place', async () => {
    for (const timeZone of ['CET', 'GMT', 'GMT+1', '+01:00']) {
      const schedule = {start: '2024-04-12T15:30:00Z', timeZone, minutes: 60}
      expect(await shown(sample(session, {schedule}))).toContain('error schedule.timeZone')
    }
    expect(instantFromWallClock('2024-04-12', '17:30', 'Europe/Madrid')).toMatchObject({
      instant: '2024-04-12T15:30:00Z',
    })
    expect(recurrenceDates(noon, {count: 2})).toEqual([
      '2025-03-27T12:00:00Z',
      '2025-04-03T11:00:00Z',
    ])
  })

  test('5: “18:00 PM” is refused as a time, and gets a warning in a text', async () => {
    const series = {cadence: {slots: [{_key: 'a', ...noon, time: '18:00 PM'}]}}
    expect(await shown(sample('series-thursday-touchpoints', series))).toMatch(
      /error cadence\.slots\..*\.time: Expected a 24-hour time/,
    )
    expect(await shown(sample(session, {summary: 'At 18:00 PM'}))).toContain('is not a valid time')
  })

  test('6: a link without a scheme, or relative to a file, is refused in every field', async () => {
    const [field, text] = [{links: {notes: 'worldtimebuddy.com'}}, 'worldtimebuddy.com']
    expect(await shown(sample(session, field))).toContain('error links.notes')
    const markDefs = [{_key: 'l', _type: 'textLink', href: text}]
    const span = {_key: 's', _type: 'span', text, marks: ['l']}
    const block = {_key: 'b', _type: 'block', style: 'normal', markDefs, children: [span]}
    expect(await shown(sample('meetingsPage', {introduction: [block]}))).toContain(
      'error introduction',
    )
    for (const href of ['notes/2026.md', '../notes.md', './notes', '/../notes', '#']) {
      const relative = {...block, markDefs: [{_key: 'l', _type: 'textLink', href}]}
      expect(await shown(sample('meetingsPage', {introduction: [relative]}))).toContain(
        'error introduction',
      )
    }
  })

  test('7: links without a target and misspelled paths are reported', async () => {
    expect(await shown(sample(session, {summary: 'Notes [TBA]()'}))).toContain(
      'a link without a target',
    )
    expect(await shown(sample(session, {links: {agenda: '.Jul-03.md'}}))).toContain(
      'error links.agenda',
    )
    const links = [{_key: 'r', _type: 'typedLink', kind: 'repository', title: 'Repo'}]
    expect(await shown(sample(group, {links}))).toMatch(/error links\..*\.url: Required/)
  })

  test('8: a working group with the channel of another group gets a warning', async () => {
    const {channels} = sample('workingGroup-employee-engagement-guide')
    expect(await shown(sample(group, {channels}))).toContain(
      '“Employee Engagement Guide” has the same channel',
    )
  })

  test('9: a count in a text gets a warning, because it changes with a list', async () => {
    const conductNote = 'There are three (3) active working groups.'
    expect(await shown(sample('meetingsPage', {conductNote}))).toContain('Remove the count')
  })

  test('10: a calendar with the feed of another calendar is refused, and one with the wrong host gets a warning', async () => {
    const {feedUrl} = sample('calendar-todo')
    expect(await shown(sample('calendar-openssf', {feedUrl}))).toContain('error feedUrl')
    const both = {
      publicUrl: 'https://calendar.google.com/calendar/embed?src=a%40x.example&src=b%40x.example',
    }
    expect(await shown(sample('calendar-openssf', both))).toContain('shows 2 calendars')
    const hosted = {
      title: 'CHAOSS (hosted on Google)',
      feedUrl: 'https://ics.teamup.com/feed/ks1/0.ics',
    }
    expect(await shown(sample('calendar-chaoss', hosted))).toContain('The title says google')
  })

  test('11: one calendar in two time zones gets a warning', async () => {
    expect(await shown(sample('calendar-todo', {timeZone: 'UTC'}))).toContain(
      'shows the calendar in Europe/Madrid',
    )
  })

  test('12: a recording of an unrecorded session is refused, and one in processing for a year gets a warning', async () => {
    const announced = {availability: 'processing', notRecordedReason: undefined}
    expect(await shown(sample('recording-2025-05-27', announced))).toContain(
      'error availability: The session is marked as “Not recorded”',
    )
    expect(await shown(sample('recording-2025-03-24'))).toContain('has been processing for')
  })

  test('the documents without the mistakes have none of these errors', async () => {
    const ids = [session, group, 'meetingsPage', 'calendar-openssf', 'recording-2025-05-27']
    const lines = await Promise.all(ids.map((id) => shown(sample(id))))
    expect(lines.join('\n')).not.toContain('error')
  })
})
