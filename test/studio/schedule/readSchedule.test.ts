import {describe, expect, it} from 'vitest'

import {readSchedule, scheduleFields} from '../../../studio/schedule/readSchedule.ts'

describe('readSchedule', () => {
  it('returns the instant of a local time, in summer and in winter', () => {
    const at = (date: string) => readSchedule({date, time: '12:00', timeZone: 'Europe/London'})
    expect(at('2025-02-13')).toEqual({kind: 'instant', start: '2025-02-13T12:00:00Z'})
    expect(at('2025-04-10')).toEqual({kind: 'instant', start: '2025-04-10T11:00:00Z'})
  })

  it('asks for a time in any format that the field reads, not only in the 24-hour format', () => {
    expect(readSchedule({date: '2026-12-03', time: '25:00', timeZone: 'UTC'})).toEqual({
      kind: 'incomplete',
      field: 'time',
      message: '“25:00” is not a time of day. Enter one, such as 18:00 or 6 pm.',
    })
  })

  it('returns a choice in the hour that the clocks skip, because no instant has that local time', () => {
    const reading = readSchedule({date: '2024-03-31', time: '02:30', timeZone: 'Europe/Madrid'})
    expect(reading).toMatchObject({
      kind: 'choice',
      message: expect.stringContaining('does not exist'),
      choices: [
        {start: '2024-03-31T00:30:00Z', label: '01:30 (UTC+01:00)'},
        {start: '2024-03-31T01:30:00Z', label: '03:30 (UTC+02:00)'},
      ],
    })
  })

  it('returns a choice in the hour that occurs twice, because two instants have that local time', () => {
    const reading = readSchedule({date: '2024-10-27', time: '02:30', timeZone: 'Europe/Madrid'})
    expect(reading).toMatchObject({
      kind: 'choice',
      message: expect.stringContaining('occurs twice'),
      choices: [{label: '02:30 (UTC+02:00)'}, {label: '02:30 (UTC+01:00)'}],
    })
  })

  it.each([
    [{date: '', time: '12:00', timeZone: 'UTC'}, 'date'],
    [{date: '2025-02-13', time: '18:00 PM', timeZone: 'UTC'}, 'time'],
    [{date: '2025-02-13', time: '1', timeZone: 'UTC'}, 'time'],
    [{date: '2025-02-13', time: '12:00', timeZone: 'CET or so'}, 'timeZone'],
    [{date: '2025-02-30', time: '12:00', timeZone: 'UTC'}, 'date'],
    // The value of a date input while 2025 is typed.
    [{date: '0202-02-13', time: '12:00', timeZone: 'UTC'}, 'date'],
  ])('is incomplete for %j, because the %s is missing or malformed', (fields, field) => {
    expect(readSchedule(fields)).toMatchObject({kind: 'incomplete', field})
  })
})

describe('scheduleFields', () => {
  it('returns local date and time, which readSchedule converts back to the same instant', () => {
    const fields = scheduleFields('2024-04-12T15:30:00Z', 'Europe/Madrid')
    expect(fields).toEqual({date: '2024-04-12', time: '17:30', timeZone: 'Europe/Madrid'})
    expect(readSchedule(fields)).toEqual({kind: 'instant', start: '2024-04-12T15:30:00Z'})
  })

  it('returns an empty date and time if the start is malformed, and keeps the time zone', () => {
    expect(scheduleFields('next Thursday', 'Europe/Madrid')).toEqual({
      date: '',
      time: '',
      timeZone: 'Europe/Madrid',
    })
    expect(scheduleFields('2024-04-12T15:30:00Z', 'Mars/Olympus').date).toBe('')
  })
})
