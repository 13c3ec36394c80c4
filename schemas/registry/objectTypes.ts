/** All named types that are part of a document and not a scalar. */
export const objectTypeNames = [
  'agendaItem',
  'cadence',
  'cadenceBreak',
  'cadenceException',
  'channel',
  'communityRegion',
  'groupRole',
  'guestAppearance',
  'lineTranslation',
  'link',
  'meetingIdentity',
  'meetingLinks',
  'pageSection',
  'paragraphTranslation',
  'recordingMedia',
  'recurrence',
  'richText',
  'richTextTranslation',
  'schedule',
  'term',
  'termTranslation',
  'titleFilter',
  'translatedLine',
  'translatedParagraph',
  'translatedRichText',
  'typedLink',
  'vocabulary',
  'workspace',
] as const

export type ObjectTypeName = (typeof objectTypeNames)[number]

export function isObjectTypeName(name: string): name is ObjectTypeName {
  return objectTypeNames.some((each) => each === name)
}
