import type {DocumentTypeName, ObjectTypeName} from '../../../schemas/registry/index.ts'

/** Why a stored field is in no view: by type, then by field, a sentence each. */
export const unviewedFields = {
  touchpoint: {},
  series: {},
  guest: {},
  organization: {},
  workingGroup: {},
  recording: {},
  calendar: {},
  meetingsPage: {},
  agendaItem: {},
  channel: {},
  guestAppearance: {},
  link: {},
  meetingLinks: {},
  pageSection: {},
  recordingMedia: {},
  recurrence: {},
  richText: {},
  schedule: {},
  titleFilter: {},
  workingGroupCall: {},
} satisfies Record<DocumentTypeName | ObjectTypeName, Readonly<Record<string, string>>>
