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
  'internationalizedArrayLine',
  'internationalizedArrayLineValue',
  'internationalizedArrayLines',
  'internationalizedArrayLinesValue',
  'internationalizedArrayParagraph',
  'internationalizedArrayParagraphValue',
  'internationalizedArrayRichText',
  'internationalizedArrayRichTextValue',
  'label',
  'link',
  'meetingIdentity',
  'meetingLinks',
  'pageSection',
  'recordingMedia',
  'recurrence',
  'richText',
  'schedule',
  'term',
  'termTranslation',
  'titleFilter',
  'typedLink',
  'vocabulary',
  'workspace',
] as const

export type ObjectTypeName = (typeof objectTypeNames)[number]

export function isObjectTypeName(name: string): name is ObjectTypeName {
  return objectTypeNames.some((each) => each === name)
}
