import {fieldsOf, scheduleOf} from '@touchpoints/schemas/reading'
import {isDocumentTypeName, type DocumentTypeName} from '@touchpoints/schemas/registry'
import type {DocumentBadgeComponent, DocumentBadgesResolver} from 'sanity'

const cancelled: DocumentBadgeComponent = (props) =>
  statusOf(props) === 'cancelled' ? {label: 'Cancelled', color: 'danger'} : null

const over: DocumentBadgeComponent = (props) => {
  const status = statusOf(props)
  const session = scheduleOf(open(props)['schedule'])
  if (!session || status === 'held' || status === 'cancelled') return null
  if (Date.parse(session.end) > Date.now()) return null
  return {
    label: 'Over',
    color: 'warning',
    title: 'Its date has passed: mark it as held, or cancel it.',
  }
}

const confidential: DocumentBadgeComponent = (props) =>
  open(props)['chathamHouseRule'] === true
    ? {label: 'Chatham House Rule', title: 'Who said what may not be told.'}
    : null

const members: DocumentBadgeComponent = (props) =>
  open(props)['audience'] === 'members'
    ? {label: 'Members', title: 'Its link to join is not shown to everyone.'}
    : null

/** What an editor must not overlook about an open document, beside its title. Empty: nothing. */
const ofType = {
  touchpoint: [cancelled, over, confidential, members],
  series: [],
  guest: [],
  organization: [],
  workingGroup: [],
  recording: [],
  calendar: [],
  meetingsPage: [],
} as const satisfies Record<DocumentTypeName, readonly DocumentBadgeComponent[]>

export const badgesByType: DocumentBadgesResolver = (badges, {schemaType}) =>
  isDocumentTypeName(schemaType) ? [...badges, ...ofType[schemaType]] : badges

type BadgeProps = Parameters<DocumentBadgeComponent>[0]

function open({version, draft, published}: BadgeProps) {
  return fieldsOf(version ?? draft ?? published)
}

function statusOf(props: BadgeProps): unknown {
  return open(props)['status']
}
