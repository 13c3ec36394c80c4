import {describe, expect, it} from 'vitest'

import {readSchedule, writtenSchedule} from '../../../studio/schedule/readSchedule.ts'

describe('a start that an editor writes', () => {
  it('is stored as the instant it names on the clock of its zone, summer or winter', () => {
    const at = (date: string) => readSchedule({date, time: '12:00', timeZone: 'Europe/London'})
    expect(at('2025-02-13')).toEqual({kind: 'instant', start: '2025-02-13T12:00:00Z'})
    expect(at('2025-04-10')).toEqual({kind: 'instant', start: '2025-04-10T11:00:00Z'})
  })

  it('is a choice in the hour that the clocks skip, because no instant has that reading', () => {
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

  it('is a choice in the hour that comes twice, because two instants have that reading', () => {
    const reading = readSchedule({date: '2024-10-27', time: '02:30', timeZone: 'Europe/Madrid'})
    expect(reading).toMatchObject({
      kind: 'choice',
      message: expect.stringContaining('comes twice'),
      choices: [{label: '02:30 (UTC+02:00)'}, {label: '02:30 (UTC+01:00)'}],
    })
  })

  it.each([
    [{date: '', time: '12:00', timeZone: 'UTC'}, 'date'],
    [{date: '2025-02-13', time: '18:00 PM', timeZone: 'UTC'}, 'time'],
    [{date: '2025-02-13', time: '1', timeZone: 'UTC'}, 'time'],
    [{date: '2025-02-13', time: '12:00', timeZone: 'CET or so'}, 'timeZone'],
    [{date: '2025-02-30', time: '12:00', timeZone: 'UTC'}, 'date'],
    // On the way to 2025, typed into a date field.
    [{date: '0202-02-13', time: '12:00', timeZone: 'UTC'}, 'date'],
  ])('stores nothing of %j: its %s is not there yet', (written, field) => {
    expect(readSchedule(written)).toMatchObject({kind: 'incomplete', field})
  })
})

describe('a start that is stored', () => {
  it('stands in the form as its zone reads it, and comes back the same', () => {
    const written = writtenSchedule('2024-04-12T15:30:00Z', 'Europe/Madrid')
    expect(written).toEqual({date: '2024-04-12', time: '17:30', timeZone: 'Europe/Madrid'})
    expect(readSchedule(written)).toEqual({kind: 'instant', start: '2024-04-12T15:30:00Z'})
  })

  it('leaves the form empty when it is malformed, and keeps the zone for another try', () => {
    expect(writtenSchedule('next Thursday', 'Europe/Madrid')).toEqual({
      date: '',
      time: '',
      timeZone: 'Europe/Madrid',
    })
    expect(writtenSchedule('2024-04-12T15:30:00Z', 'Mars/Olympus').date).toBe('')
  })
})
