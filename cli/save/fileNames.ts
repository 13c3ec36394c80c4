import {type DocumentTypeName, isDocumentTypeName} from '@touchpoints/schemas/registry'

const fileNames = {
  community: 'community.ndjson',
  touchpoint: 'touchpoints.ndjson',
  series: 'series.ndjson',
  guest: 'guests.ndjson',
  organization: 'organizations.ndjson',
  workingGroup: 'groups.ndjson',
  recording: 'recordings.ndjson',
  calendar: 'calendars.ndjson',
  calendarDecision: 'calendar-decisions.ndjson',
  meetingsPage: 'meetings-page.ndjson',
} as const satisfies Record<DocumentTypeName, string>

/** Documents of one file, as far as its name depends on them. */
interface TypedFile {
  name: string
  documents: readonly {_type: string}[]
}

/**
 * Returns the file for documents of a type: the one that has most of them already, otherwise the usual one. A type
 * that the project adds gets a file of its name.
 *
 * @example
 * fileOf('workingGroup', []) // 'groups.ndjson'
 */
export function fileOf(type: string, files: readonly TypedFile[]): string {
  const counts = files
    .map(({name, documents}) => ({
      name,
      count: documents.filter(({_type}) => _type === type).length,
    }))
    .filter(({count}) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  const [most] = counts
  if (most) return most.name
  return isDocumentTypeName(type) ? fileNames[type] : `${type.replaceAll(/[^\w-]/g, '-')}.ndjson`
}
