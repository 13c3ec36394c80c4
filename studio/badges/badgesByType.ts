import {fieldsOf, scheduleOf} from '@touchpoints/schemas/reading'
import {isDocumentTypeName, type DocumentTypeName} from '@touchpoints/schemas/registry'
import {phaseOf, statusNow, statusWord} from '@touchpoints/words/plain'
import type {DocumentBadgeComponent, DocumentBadgesResolver} from 'sanity'

const english = {language: 'en'} as const

const canceled: DocumentBadgeComponent = (props) =>
  statusOf(props) === 'cancelled'
    ? {label: statusWord(english, 'cancelled'), color: 'danger'}
    : null

const past: DocumentBadgeComponent = (props) => {
  const status = statusOf(props)
  const session = scheduleOf(currentVersion(props)['schedule'])
  if (!session || (status !== 'planned' && status !== 'confirmed')) return null
  if (phaseOf(session, Date.now()) !== 'past') return null
  return {
    label: statusWord(english, statusNow(status, 'past')),
    color: 'warning',
    title: 'The date has passed. Mark the session as held, or cancel it.',
  }
}

const chathamHouseRule: DocumentBadgeComponent = (props) =>
  currentVersion(props)['chathamHouseRule'] === true
    ? {
        label: 'Chatham House Rule',
        title:
          'Participants may use the information they receive, but neither the identity nor the affiliation of the speakers, nor of any other participant, may be revealed.',
      }
    : null

const members: DocumentBadgeComponent = (props) =>
  currentVersion(props)['audience'] === 'members'
    ? {label: 'Members', title: 'The join link is not published.'}
    : null

/** The badges next to the title of a document, by type. */
const badgesOfType = {
  community: [],
  touchpoint: [canceled, past, chathamHouseRule, members],
  series: [],
  guest: [],
  organization: [],
  workingGroup: [],
  recording: [],
  calendar: [],
  calendarDecision: [],
  meetingsPage: [],
} as const satisfies Record<DocumentTypeName, readonly DocumentBadgeComponent[]>

export const badgesByType: DocumentBadgesResolver = (badges, {schemaType}) =>
  isDocumentTypeName(schemaType) ? [...badges, ...badgesOfType[schemaType]] : badges

type BadgeProps = Parameters<DocumentBadgeComponent>[0]

function currentVersion({version, draft, published}: BadgeProps) {
  return fieldsOf(version ?? draft ?? published)
}

function statusOf(props: BadgeProps): unknown {
  return currentVersion(props)['status']
}
