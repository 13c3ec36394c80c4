import type {DocumentActionComponent, DocumentActionsResolver} from 'sanity'

import {attachRecording} from './attachRecording.tsx'
import {cancelSession} from './cancelSession.tsx'
import {copyAnnouncement} from './copyAnnouncement.tsx'
import {scheduleNext} from './scheduleNext.ts'

const ofType: Readonly<Record<string, readonly DocumentActionComponent[]>> = {
  touchpoint: [scheduleNext, copyAnnouncement, attachRecording, cancelSession],
  series: [scheduleNext],
}

/** What can be done with a document beside publishing it, after Sanity's own first action. */
export const actionsByType: DocumentActionsResolver = (actions, {schemaType}) => {
  const [first, ...rest] = actions
  const own = Object.hasOwn(ofType, schemaType) ? (ofType[schemaType] ?? []) : []
  return first ? [first, ...own, ...rest] : [...own]
}
