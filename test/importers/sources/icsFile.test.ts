import {describe, expect, test} from 'vitest'

import {planImport} from '../../../importers/plan/index.ts'
import {icsReader} from '../../../importers/sources/index.ts'

const end = ['DTEND:20260706T110000Z']

function planOf(...lines: readonly string[][]) {
  const events = lines.map((each, index) =>
    ['BEGIN:VEVENT', `UID:${index}`, ...each, 'END:VEVENT'].join('\r\n'),
  )
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n')
  const plan = planImport([{path: 'a.ics', text}], {
    readers: [icsReader],
    asOf: '2026-07-01',
    homeZone: 'Europe/Madrid',
  })
  const document = (id: string) => plan.documents.find((each) => each.document._id === id)?.document
  const finding = (code: string) => plan.findings.find((each) => each.code === code)
  return {...plan, document, finding, texts: plan.leftovers.map(({text: each}) => each)}
}

describe('an event of a calendar file', () => {
  test('keeps organizer, categories and number of attendees, and no mail address', () => {
    const plan = planOf([
      'DTSTART:20260706T100000Z',
      ...end,
      'SUMMARY:Harbor talk',
      'ORGANIZER;CN="Ruiz, Ana":mailto:ana@example.org',
      'ATTENDEE;CN=Lin Chen:mailto:lin@example.org',
      'ATTENDEE;CN=Bo;',
      ' PARTSTAT=ACCEPTED:mailto:bo@example.org',
      'CATEGORIES:Boats,Tides',
      'URL:https://example.org/talk',
      'LOCATION:Room 2',
      'BEGIN:VALARM',
      'DESCRIPTION:Reminder',
      'END:VALARM',
    ])
    expect(plan.texts).toEqual([
      'Harbor talk: Room 2',
      'Harbor talk: https://example.org/talk',
      'Harbor talk: Boats, Tides',
      'Harbor talk: Organizer: Ruiz, Ana',
      'Harbor talk: 2 attendees were not imported',
    ])
    expect(plan.document('touchpoint-harbor-talk-2026-07-06')).toMatchObject({
      topics: ['Boats', 'Tides'],
    })
    expect(JSON.stringify(plan)).not.toMatch(/@example\.org|Lin|Reminder/)
  })

  test('that is not imported is listed with its place, text, link and organizer', () => {
    const facts = ['LOCATION:Room 2', 'DESCRIPTION:Bring maps', 'URL:https://example.org/x']
    const people = ['ORGANIZER;CN=Ana:mailto:ana@example.org', 'ATTENDEE:mailto:bo@example.org']
    const plan = planOf(
      ['DTSTART;VALUE=DATE:20260706', 'SUMMARY:Fair', ...facts, ...people],
      ['DTSTART:20110706T100000Z', 'SUMMARY:Old fair', ...facts],
      ['DTSTART:20260706T100000Z', 'SUMMARY:Secret', 'CLASS:PRIVATE', ...facts, ...people],
    )
    for (const fact of ['Room 2', 'Bring maps', 'https://example.org/x']) {
      expect(plan.texts.filter((text) => text.includes(fact))).toHaveLength(2)
    }
    expect(plan.texts).toContain('Fair: 2026-07-06: 1 attendee was not imported')
    // The text of a private event is not repeated in a plan that could be committed.
    expect(plan.texts.filter((text) => text.startsWith('Secret'))).toEqual(['Secret'])
  })

  test('in a zone with several clocks asks for the clock, with a cadence for each', () => {
    const plan = planOf([
      'DTSTART;TZID=IST:20260706T100000',
      'DTEND;TZID=IST:20260706T110000',
      'RRULE:FREQ=WEEKLY',
      'SUMMARY:Monsoon call',
    ])
    const question = plan.finding('which-zone')
    expect(question).toMatchObject({kind: 'ask', document: 'series-monsoon-call'})
    expect(question?.message).toContain('“IST”')
    expect(question?.choices.map(({label}) => label)).toContain('Asia/Kolkata')
    expect(question?.choices[0]?.set).toMatchObject({
      cadence: {slots: [{time: '10:00', weekdays: ['MO']}]},
      cadenceText: null,
    })
    expect(plan.document('series-monsoon-call')).toMatchObject({minutes: 60})
    expect(plan.document('series-monsoon-call')).not.toHaveProperty('cadence')
  })

  test('with a local time asks for the zone of its session, and offers the home zone', () => {
    const plan = planOf(['DTSTART:20260706T100000', 'DTEND:20260706T110000', 'SUMMARY:Walk'])
    expect(plan.finding('which-zone')).toMatchObject({
      document: 'touchpoint-walk-2026-07-06',
      choices: [
        {set: {schedule: {timeZone: 'Europe/Madrid', start: '2026-07-06T08:00:00Z', minutes: 60}}},
        {set: {schedule: {timeZone: 'UTC'}}},
      ],
    })
  })

  test('without an end has no length, because one minute is no meeting', () => {
    const plan = planOf(['DTSTART:20260706T100000Z', 'SUMMARY:Open end'])
    expect(plan.document('series-open-end')).not.toHaveProperty('minutes')
    const session = plan.document('touchpoint-open-end-2026-07-06')
    expect(Object(session)['schedule']).not.toHaveProperty('minutes')
    expect(plan.findings).toContainEqual(
      expect.objectContaining({document: 'touchpoint-open-end-2026-07-06', kind: 'ask'}),
    )
    expect(plan.findings).toContainEqual(
      expect.objectContaining({document: 'series-open-end', kind: 'verify'}),
    )
  })

  test('with the error of many others is one line with their number', () => {
    const plan = planOf(...Array.from({length: 40}, () => ['DTSTART:x', 'SUMMARY:Bad']))
    const errors = plan.leftovers.filter(({reason}) => reason.includes('has an error'))
    expect(errors).toHaveLength(1)
    expect(errors[0]?.text).toContain('(40 times)')
  })
})
