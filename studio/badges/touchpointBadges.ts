import {fieldsOf, scheduleOf} from '@touchpoints/schemas/reading'
import type {DocumentBadgeComponent, DocumentBadgesResolver} from 'sanity'

/** What an editor must not overlook about the open touchpoint, beside its title. */
export const touchpointBadges: DocumentBadgesResolver = (badges, {schemaType}) =>
  schemaType === 'touchpoint' ? [...badges, ...ownBadges] : badges

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

const ownBadges = [cancelled, over, confidential, members]

type BadgeProps = Parameters<DocumentBadgeComponent>[0]

function open({version, draft, published}: BadgeProps) {
  return fieldsOf(version ?? draft ?? published)
}

function statusOf(props: BadgeProps): unknown {
  return open(props)['status']
}
