import type {DocumentTypeName} from '@touchpoints/schemas/registry'

import type {Calendar} from './calendar.ts'
import type {CalendarDecision} from './calendarDecision.ts'
import type {Community} from './community.ts'
import type {Guest} from './guest.ts'
import type {MeetingsPage} from './meetingsPage.ts'
import type {Organization} from './organization.ts'
import type {Recording} from './recording.ts'
import type {Series} from './series.ts'
import type {Touchpoint} from './touchpoint.ts'
import type {WorkingGroup} from './workingGroup.ts'

/** What a site receives for a document, by the name of its type. */
export type DocumentData = Complete<{
  community: Community
  touchpoint: Touchpoint
  series: Series
  guest: Guest
  organization: Organization
  workingGroup: WorkingGroup
  recording: Recording
  calendar: Calendar
  calendarDecision: CalendarDecision
  meetingsPage: MeetingsPage
}>

type Complete<Data extends Record<DocumentTypeName, {_id: string; updatedAt: string}>> = Data
