import type {DocumentTypeName} from '@touchpoints/schemas/registry'

interface ImportedType {
  /** Label of a document in the report. */
  label: string
  /** Whether it is created only if a new document references it. */
  supporting: boolean
  /** Whether two documents of this type with the same title are the same. */
  uniqueTitle: boolean
}

/** How imported documents of each type are compared with existing ones. */
export const importedTypes = {
  community: {label: 'community', supporting: false, uniqueTitle: false},
  // Several sessions or recordings can have the same title, such as "To be announced".
  touchpoint: {label: 'touchpoint', supporting: false, uniqueTitle: false},
  // A series without sessions is an empty list.
  series: {label: 'series', supporting: true, uniqueTitle: true},
  guest: {label: 'guest', supporting: true, uniqueTitle: false},
  organization: {label: 'organization', supporting: true, uniqueTitle: false},
  workingGroup: {label: 'group', supporting: false, uniqueTitle: true},
  recording: {label: 'recording', supporting: false, uniqueTitle: false},
  calendar: {label: 'calendar', supporting: false, uniqueTitle: false},
  calendarDecision: {label: 'calendar decision', supporting: false, uniqueTitle: false},
  meetingsPage: {label: 'meetings page', supporting: false, uniqueTitle: false},
} as const satisfies Record<DocumentTypeName, ImportedType>
