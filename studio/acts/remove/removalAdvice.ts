import {isDocumentTypeName, type DocumentTypeName} from '@touchpoints/schemas/registry'

const removeFirst = 'Remove it from these documents and publish them. Then delete it.'

/** What to do with a document that is in use, by its type. */
const advice = {
  community: removeFirst,
  touchpoint:
    'If it does not take place, cancel it instead: it stays on the page, marked as canceled. To delete it, first delete its recording or select another session there.',
  series:
    'If it no longer meets, set its state to “Ended” instead. To delete it, first move its sessions to another series or delete them.',
  guest: removeFirst,
  organization: removeFirst,
  workingGroup:
    'If it no longer meets, set its phase instead. To delete it, first move its meetings to another group or delete them.',
  recording: removeFirst,
  calendar: removeFirst,
  calendarDecision: removeFirst,
  meetingsPage: removeFirst,
} as const satisfies Record<DocumentTypeName, string>

/** Returns what an editor can do instead of deleting a document that others refer to. */
export function removalAdvice(type: string): string {
  return isDocumentTypeName(type) ? advice[type] : removeFirst
}
