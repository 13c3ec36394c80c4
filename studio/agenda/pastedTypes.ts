import type {DocumentTypeName} from '@touchpoints/schemas/registry'

interface PastedType {
  /** What the report of a pasted page calls a document of this type. */
  words: string
  /** There for others: not created unless something new refers to it. */
  supporting: boolean
  /** There are not two of one title. */
  uniqueTitle: boolean
}

/** How the documents that a pasted page makes are compared with what is there. */
export const pastedTypes = {
  // A session's title alone says nothing ("To be announced"), nor does a recording's.
  touchpoint: {words: 'touchpoint', supporting: false, uniqueTitle: false},
  // A series without a session is an empty list.
  series: {words: 'series', supporting: true, uniqueTitle: true},
  guest: {words: 'guest', supporting: true, uniqueTitle: false},
  organization: {words: 'organization', supporting: true, uniqueTitle: false},
  workingGroup: {words: 'working group', supporting: false, uniqueTitle: true},
  recording: {words: 'recording', supporting: false, uniqueTitle: false},
  calendar: {words: 'calendar', supporting: false, uniqueTitle: false},
  meetingsPage: {words: 'meetings page', supporting: false, uniqueTitle: false},
} as const satisfies Record<DocumentTypeName, PastedType>
