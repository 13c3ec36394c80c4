import type {Cadence} from '../../calendar/time/index.ts'
import type {StoredDocument} from '../support/readContent.ts'
import {groupDocument} from './groupDocument.ts'
import {meetingDocument} from './meetingDocument.ts'
import type {SharedCommunity} from './sharedCommunity.ts'
import {keyed, lineOf, slugOf} from './values.ts'

export interface ConversionOptions {
  /** Cadences by the id that a meeting names. A meeting with another id has its rhythm in words. */
  cadences: Readonly<Record<string, Cadence | undefined>>
}

/**
 * Converts a community of the corpus to documents of our model.
 *
 * Drops what the model has no place for, such as the GitHub handle of a person and passcodes.
 */
export function communityDocuments(
  shared: SharedCommunity,
  {cadences}: ConversionOptions,
): StoredDocument[] {
  const meetings = shared.groups.flatMap((group) =>
    group.meetings.map((meeting) => ({group, meeting})),
  )
  const counts = Map.groupBy(meetings, ({meeting}) => meeting.cadence ?? '')
  return [
    communityDocument(shared),
    ...peopleOf(shared).map(personDocument),
    ...shared.groups.map(groupDocument),
    ...meetings.map(({group, meeting}, index) => {
      const id = meeting.cadence ?? ''
      // Some ids describe two meetings together, and neither has all of those dates.
      const cadence = counts.get(id)?.length === 1 ? cadences[id] : undefined
      return meetingDocument({group, meeting, cadence, index})
    }),
  ]
}

function communityDocument({community, vocabulary, languages, groups}: SharedCommunity) {
  const workspaces = groups.flatMap(({channels}) =>
    channels.flatMap(({kind, workspace}) =>
      workspace && (kind === 'slack' || kind === 'zulip') ? [{kind, name: workspace}] : [],
    ),
  )
  const unique = new Map(workspaces.map((each) => [`${each.kind} ${each.name}`, each]))
  return {
    _id: 'community',
    _type: 'community',
    name: community,
    timeZone: 'UTC',
    // The language of the pages. The others are spoken in some meetings, which name theirs.
    languages: languages.slice(0, 1),
    vocabulary: {
      _type: 'vocabulary',
      groupKinds: distinct(groups.map(({kind}) => kind)),
      roles: distinct(groups.flatMap(({roles}) => roles.map(({role}) => lineOf(role)))),
      guestKinds: vocabulary.filter((word) => /member|ambassador/.test(word)),
    },
    workspaces: keyed('workspace', [...unique.values()]),
  }
}

function peopleOf({groups}: SharedCommunity): string[] {
  return distinct(groups.flatMap(({roles}) => roles.flatMap(({person}) => person ?? [])))
}

function personDocument(name: string): StoredDocument {
  const id = slugOf(name)
  return {_id: `guest-${id}`, _type: 'guest', name, slug: {_type: 'slug', current: id}}
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)]
}
