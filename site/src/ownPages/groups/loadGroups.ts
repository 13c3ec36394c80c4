import {loadAhead} from '../../meetings/loadAhead.ts'
import type {OwnMeeting} from '../../meetings/ownMeetings.ts'
import type {WorkingGroup} from '../../meetings/pageContent.ts'
import {absent, type Absent, type PageRequest} from '../pageRequest.ts'
import {type Part, partOf} from '../pagination.ts'

/** All groups. */
export interface GroupsPage {
  kind: 'groups'
  groups: Part<WorkingGroup>
  ahead: readonly OwnMeeting[]
  nextChangeAt: string | undefined
}

export async function loadGroups({
  loader,
  view,
  documents,
}: PageRequest): Promise<GroupsPage | Absent> {
  const {dates, nextChangeAt} = await loadAhead(loader, view)
  const groups = partOf(documents.data.workingGroups, view.part)
  return groups ? {kind: 'groups', groups, ahead: dates, nextChangeAt} : absent
}
