/** Types of the documents that the merged calendar is made of. */
export const mergedTypes = [
  'community',
  'touchpoint',
  'series',
  'workingGroup',
  'calendar',
  'calendarDecision',
] as const
