import {isDocumentTypeName, type DocumentTypeName} from '@touchpoints/schemas/registry'
import type {DocumentActionComponent, DocumentActionsResolver} from 'sanity'

import {addMeeting} from './addMeeting.ts'
import {copyAnnouncement} from './copyAnnouncement.tsx'
import {scheduleNext} from './scheduleNext.ts'
import {cancelSession, markAsHeld, reinstateSession} from './sessionActions.tsx'
import {wrapped} from './wrapped.ts'

/** The actions for each document type, in addition to Sanity's own. */
const actionsOfType = {
  community: [],
  touchpoint: [scheduleNext, copyAnnouncement, markAsHeld, cancelSession, reinstateSession],
  series: [scheduleNext],
  guest: [],
  organization: [],
  workingGroup: [addMeeting],
  recording: [],
  calendar: [],
  calendarDecision: [],
  meetingsPage: [],
} as const satisfies Record<DocumentTypeName, readonly DocumentActionComponent[]>

/** Adds the actions of a document type after Sanity's first action, which is Publish. */
export const actionsByType: DocumentActionsResolver = (actions, {schemaType}) => {
  const [first, ...rest] = actions.map(wrapped)
  const own = isDocumentTypeName(schemaType) ? actionsOfType[schemaType] : []
  return first ? [first, ...own, ...rest] : [...own]
}
