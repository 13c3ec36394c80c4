import type {DocumentTypeName, ObjectTypeName} from '../../../schemas/registry/index.ts'

/** Why no view reads a stored field: one sentence for each field, by type. */
export const unviewedFields = {
  touchpoint: {},
  series: {},
  guest: {},
  organization: {},
  workingGroup: {},
  recording: {},
  calendar: {},
  calendarDecision: {note: 'It is for editors only.'},
  meetingsPage: {},
  agendaItem: {},
  channel: {},
  guestAppearance: {},
  link: {},
  meetingIdentity: {title: 'Sources have the current title. This one is for editors.'},
  meetingLinks: {},
  pageSection: {},
  recordingMedia: {},
  recurrence: {},
  richText: {},
  schedule: {},
  titleFilter: {},
  workingGroupCall: {},
} satisfies Record<DocumentTypeName | ObjectTypeName, Readonly<Record<string, string>>>
