import type {Guest, GroupRole, LoaderResult} from 'touchpoints'
import {responseCache} from 'touchpoints/preview'

import {recordFacts} from '../../http/pageFacts.ts'
import type {Recording, WorkingGroup} from '../../meetings/pageContent.ts'
import {maxCopyAge} from '../../meetings/publishedPages.ts'
import {clock, publishedChanges} from '../../preview/previewServer.ts'
import {absent, type Absent, type PageRequest} from '../pageRequest.ts'
import {type Part, partOf} from '../pagination.ts'
import {type SessionLists, sessionLists} from '../sessionLists.ts'

/** All people. */
export interface PeoplePage {
  kind: 'people'
  /** By name. */
  people: Part<Guest>
}

/** A person with their sessions. */
export interface PersonPage {
  kind: 'person'
  person: Guest
  /** Their roles in groups that have not ended. */
  roles: readonly {group: WorkingGroup; role: GroupRole}[]
  sessions: SessionLists
  /** Newest first. */
  recordings: Recording[]
}

const cached = responseCache<LoaderResult<Guest[]>>({changes: publishedChanges, now: clock})

/** Milliseconds that the list is kept without a change. */
const maxAge = 10 * 60_000
/** Recordings on the page of a person. */
const maxRecordings = 60

/** Loads all people, by name. */
export async function loadAllPeople({
  loader,
  view,
}: Pick<PageRequest, 'loader' | 'view'>): Promise<Guest[]> {
  const people = view.preview
    ? await loader.guests()
    : await cached(view.language ?? '', async () => {
        const value = await loader.guests()
        const until = clock() + (value.stale ? maxCopyAge : maxAge)
        return {value, syncTags: value.syncTags, until}
      })
  recordFacts(view, people)
  return people.data
}

export async function loadPeople(request: PageRequest): Promise<PeoplePage | Absent> {
  const people = partOf(await loadAllPeople(request), request.view.part)
  return people ? {kind: 'people', people} : absent
}

export async function loadPerson(
  {loader, view, documents}: PageRequest,
  slug: string,
): Promise<PersonPage | Absent> {
  const guests = await loader.guests({slug})
  recordFacts(view, guests)
  const [person] = guests.data
  if (!person) return absent
  const [sessions, recordings] = await Promise.all([
    sessionLists(loader, view, {guest: slug}),
    loader.recordings({guest: slug, limit: maxRecordings}),
  ])
  recordFacts(view, recordings)
  if (!sessions) return absent
  return {
    kind: 'person',
    person,
    roles: rolesOf(person, documents.data.workingGroups, view.now.slice(0, 10)),
    sessions,
    recordings: recordings.data,
  }
}

/** @param today - `YYYY-MM-DD` */
function rolesOf(
  {_id}: Guest,
  groups: readonly WorkingGroup[],
  today: string,
): PersonPage['roles'] {
  return groups.flatMap((group) =>
    group.roles
      .filter(({person, to}) => person._id === _id && (to === null || to >= today))
      .map((role) => ({group, role})),
  )
}
