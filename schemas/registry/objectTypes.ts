/** All named types that are part of a document and not a scalar. */
export const objectTypeNames = [
  'agendaItem',
  'channel',
  'guestAppearance',
  'link',
  'meetingIdentity',
  'meetingLinks',
  'pageSection',
  'recordingMedia',
  'recurrence',
  'richText',
  'schedule',
  'titleFilter',
  'workingGroupCall',
] as const

export type ObjectTypeName = (typeof objectTypeNames)[number]

export function isObjectTypeName(name: string): name is ObjectTypeName {
  return objectTypeNames.some((each) => each === name)
}
