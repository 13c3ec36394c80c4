import type {Guest, GroupRole, LoaderResult} from 'touchpoints'

import type {Recording, WorkingGroup} from '../../meetings/pageContent.ts'
import {absent, type Absent, type PageRequest} from '../pageRequest.ts'
import {type Part, partOf} from '../pagination.ts'
import {publishedRead} from '../publishedRead.ts'
import {loadAllRecordings, recordingsOf} from '../recordings/loadRecordings.ts'
import {sessionIndex} from '../sessionIndex.ts'
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

/** Recordings on the page of a person. */
const maxRecordings = 60

const readPeople = publishedRead<LoaderResult<Guest[]>>()

/** Loads all people, by name. All pages of a language share them. */
export async function loadAllPeople({
  loader,
  view,
}: Pick<PageRequest, 'loader' | 'view'>): Promise<Guest[]> {
  return (await readPeople(view, '', () => loader.guests())).data
}

export async function loadPeople(request: PageRequest): Promise<PeoplePage | Absent> {
  const people = partOf(await loadAllPeople(request), request.view.part)
  return people ? {kind: 'people', people} : absent
}

export async function loadPerson(request: PageRequest, slug: string): Promise<PersonPage | Absent> {
  const {loader, view, documents} = request
  const [people, index, all] = await Promise.all([
    loadAllPeople(request),
    sessionIndex(loader, view),
    loadAllRecordings(request),
  ])
  const person = people.find((each) => each.slug === slug)
  if (!person) return absent
  const own = index.filter(({guests}) => guests?.includes(person._id))
  const sessions = await sessionLists(request, own)
  if (!sessions) return absent
  return {
    kind: 'person',
    person,
    roles: rolesOf(person, documents.data.workingGroups, view.now.slice(0, 10)),
    sessions,
    recordings: recordingsOf(all, own).slice(0, maxRecordings),
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
