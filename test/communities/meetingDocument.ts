import {type Cadence, cadenceDates, type Recurrence, wallClock} from '../../calendar/time/index.ts'
import type {StoredDocument} from '../support/readContent.ts'
import type {SharedGroup, SharedMeeting} from './sharedCommunity.ts'
import {httpsLink, keyed, lineOf, reference, slugOf} from './values.ts'

interface Conversion {
  group: SharedGroup
  meeting: SharedMeeting
  cadence: Cadence | undefined
  /** Position in the community. Two meetings of a group can have one title. */
  index: number
}

/** Converts a meeting to a series of its group. */
export function meetingDocument({group, meeting, cadence, index}: Conversion): StoredDocument {
  const name = `${slugOf(`${group.id} ${meeting.title}`).slice(0, 80)}-${index + 1}`
  const links = linksOf(meeting)
  return {
    _id: `series-${name}`,
    _type: 'series',
    title: lineOf(meeting.title),
    slug: {_type: 'slug', current: name},
    group: reference(`group-${slugOf(group.id)}`),
    meets: onDemand.test(meeting.rhythm) ? 'scheduled' : 'standing',
    lifecycle: meeting.ended ? 'ended' : 'active',
    ...(cadence ? {cadence: cadenceObject(cadence)} : {cadenceText: rhythmIn(meeting)}),
    ...(meeting.minutes && {minutes: meeting.minutes}),
    audience: meeting.audience === 'members' ? 'members' : 'everyone',
    ...(meeting.language && {language: meeting.language}),
    ...(links && {defaultLinks: {_type: 'meetingLinks', ...links}}),
  }
}

const onDemand = /on demand|no rhythm|to be decided|dates in a sheet/i

/** The rhythm with its zone, because the hour alone says nothing. */
function rhythmIn({rhythm, zone}: SharedMeeting): string {
  const hasTime = /\d{1,2}:\d{2}/.test(rhythm)
  return lineOf(hasTime && zone ? `${rhythm} (${zone})` : rhythm)
}

function linksOf({join, notes}: SharedMeeting) {
  const links = {join: httpsLink(join?.link), notes: httpsLink(notes)}
  const present = Object.entries(links).filter(([, link]) => link !== undefined)
  return present.length > 0 ? Object.fromEntries(present) : undefined
}

/** The corpus counts from a day before the first meeting. Our model starts on the day of the first. */
function firstDate(slot: Recurrence): string {
  const cadence = {slots: [slot], exceptions: [], breaks: []}
  const [first] = cadenceDates(cadence, {from: `${slot.startDate}T00:00:00Z`, count: 1})
  return first ? wallClock(first.start, slot.timeZone).date : slot.startDate
}

/** Returns a cadence in the form in which it is stored. */
export function cadenceObject({slots, exceptions, breaks}: Cadence) {
  return {
    _type: 'cadence',
    slots: keyed(
      'recurrence',
      slots.map(({weekdays, ordinals, ...rest}) => ({
        ...rest,
        startDate: firstDate({weekdays, ordinals, ...rest}),
        weekdays: [...weekdays],
        ...(ordinals && {ordinals: [...ordinals]}),
      })),
    ),
    exceptions: keyed('cadenceException', exceptions),
    breaks: keyed('cadenceBreak', breaks),
  }
}
