import {isDocumentTypeName, type DocumentTypeName} from '@touchpoints/schemas/registry'
import type {DocumentActionComponent, DocumentActionsResolver} from 'sanity'

import {attachRecording} from './attachRecording.tsx'
import {cancelSession} from './cancelSession.tsx'
import {copyAnnouncement} from './copyAnnouncement.tsx'
import {scheduleNext} from './scheduleNext.ts'

/** Empty: publishing and Sanity's other own actions are all there are. */
const ofType = {
  touchpoint: [scheduleNext, copyAnnouncement, attachRecording, cancelSession],
  series: [scheduleNext],
  guest: [],
  organization: [],
  workingGroup: [],
  recording: [],
  calendar: [],
  meetingsPage: [],
} as const satisfies Record<DocumentTypeName, readonly DocumentActionComponent[]>

/** What can be done with a document beside publishing it, after Sanity's own first action. */
export const actionsByType: DocumentActionsResolver = (actions, {schemaType}) => {
  const [first, ...rest] = actions
  const own = isDocumentTypeName(schemaType) ? ofType[schemaType] : []
  return first ? [first, ...own, ...rest] : [...own]
}
