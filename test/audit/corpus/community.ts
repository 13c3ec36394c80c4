import type {EventSource} from '@touchpoints/calendar'
import type {AuditInput, FindingCode} from '@touchpoints/calendar/audit'
import {datesAfter, eventsOf, meeting, type Meeting, starts} from './meeting.ts'

/** Something that went wrong in a community, with the finding that it must become. */
export interface Failure {
  name: string
  code: FindingCode
  now: string
  input: AuditInput
}

export const winter = '2026-11-26T00:00:00Z'
export const spring = '2027-03-03T00:00:00Z'
export const summer = '2026-07-02T00:00:00Z'

export const zoom = (id: number) => `https://us02web.zoom.us/j/8123456${id}?pwd=abc`
export const teams = (id: string) =>
  `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${id}%40thread.v2/0`
export const meet = 'https://meet.google.com/abc-defg-hij'
export const lfxRoom =
  'https://zoom-lfx.platform.linuxfoundation.org/meeting/91234567890?password=1-2-3'

export const book = meeting('Book Working Group', {time: '17:00'}, {room: zoom(1001)})
export const security = meeting(
  'Security SIG',
  {time: '09:00', timeZone: 'America/Los_Angeles', weekdays: ['WE'], interval: 2},
  {room: zoom(1002)},
)
export const board = meeting(
  'Governing board',
  {
    frequency: 'monthly',
    monthlyOn: 'weekday',
    ordinals: [2],
    weekdays: ['TH'],
    time: '15:00',
    timeZone: 'America/New_York',
  },
  {minutes: 90},
)
export const docs = meeting('Documentation call', {
  time: '10:00',
  timeZone: 'Australia/Sydney',
  weekdays: ['MO'],
})
export const onboarding = meeting('Contributor onboarding', {
  time: '14:00',
  timeZone: 'UTC',
  weekdays: ['FR'],
})
export const all = [book, security, board, docs, onboarding]

export function failure(
  name: string,
  code: FindingCode,
  sources: readonly EventSource[],
  rest: Partial<AuditInput & {now: string}> = {},
): Failure {
  const {now = winter, ...input} = rest
  return {name, code, now, input: {sources, ...input}}
}

export const nth = (planned: Meeting, index: number, now = winter) =>
  datesAfter(planned, now, index + 1)[index] ?? ''
export const startOf = (planned: Meeting, index: number, now = winter) =>
  starts(planned, now)[index] ?? ''
/** Dates on which a meeting takes place although others were removed. */
export const healthy = (planned: Meeting) => eventsOf(planned, 'rrule')
