/**
 * What happens to a property of a members' meeting, or of anything within it, before visitors get it:
 * - `join` is removed;
 * - `link` is removed when it lets its reader into a meeting;
 * - `text` loses every link, passcode, meeting id and number to dial;
 * - `label` does too, and is never empty;
 * - `kept` is not a text by people: an id, a date, a choice.
 */
export type PublicField = 'join' | 'link' | 'text' | 'label' | 'kept'

/**
 * Every property of a view that is a string or a list of strings, by name. A property that is not in
 * this table is treated as `text`, so a new one is safe before anyone has thought about it.
 * `test/loaders/audience/publicFields.test.ts` asks for an entry.
 */
export const publicFields = {
  join: 'join',

  agenda: 'link',
  codeOfConductUrl: 'link',
  discussion: 'link',
  feedUrl: 'kept',
  href: 'link',
  inviteUrl: 'link',
  notes: 'link',
  publicUrl: 'link',
  rsvp: 'link',
  slides: 'link',
  url: 'link',

  bio: 'text',
  cadenceText: 'text',
  cancelReason: 'text',
  conductNote: 'text',
  description: 'text',
  edition: 'text',
  goals: 'text',
  kind: 'text',
  notRecordedReason: 'text',
  note: 'text',
  reason: 'text',
  season: 'text',
  summary: 'text',
  topics: 'text',
  workspace: 'text',

  alt: 'label',
  defaultTitle: 'label',
  heading: 'label',
  name: 'label',
  plural: 'label',
  role: 'label',
  shortName: 'label',
  singular: 'label',
  text: 'label',
  title: 'label',

  _id: 'kept',
  _key: 'kept',
  _type: 'kept',
  accentColor: 'kept',
  accentColorDark: 'kept',
  action: 'kept',
  audience: 'kept',
  availability: 'kept',
  calendarId: 'kept',
  code: 'kept',
  color: 'kept',
  date: 'kept',
  documentId: 'kept',
  end: 'kept',
  endDate: 'kept',
  eventUid: 'kept',
  frequency: 'kept',
  groupSlug: 'kept',
  from: 'kept',
  language: 'kept',
  languages: 'kept',
  lifecycle: 'kept',
  listItem: 'kept',
  lqip: 'kept',
  mailAddresses: 'kept',
  marks: 'kept',
  meets: 'kept',
  monthlyOn: 'kept',
  nonPublicEvents: 'kept',
  ownership: 'kept',
  path: 'kept',
  phase: 'kept',
  playlistId: 'kept',
  recordingPolicy: 'kept',
  regions: 'kept',
  seriesSlug: 'kept',
  slug: 'kept',
  start: 'kept',
  startDate: 'kept',
  status: 'kept',
  style: 'kept',
  submitEventEmail: 'kept',
  time: 'kept',
  timeZone: 'kept',
  to: 'kept',
  toDate: 'kept',
  toTime: 'kept',
  updatedAt: 'kept',
  verdict: 'kept',
  weekdays: 'kept',
  weeks: 'kept',
  youtubeId: 'kept',
} as const satisfies Readonly<Record<string, PublicField>>

/** Returns what happens to a property. */
export function publicFieldOf(name: string): PublicField {
  return isListed(name) ? publicFields[name] : 'text'
}

function isListed(name: string): name is keyof typeof publicFields {
  return Object.hasOwn(publicFields, name)
}
