import type {DocumentTypeName} from '@touchpoints/schemas/registry'

/**
 * The names that a document type has, separated by spaces: of its stored fields, and of the properties in its view.
 * The schema and the views themselves are too large for the file that a Studio and a site share. A test compares
 * these lists with them.
 */
const ownNames = {
  community: {
    both: 'name shortName description logo icon accentColor accentColorDark timeZone regions breaks languages vocabulary workspaces codeOfConductUrl links',
    stored: 'descriptionTranslations',
    viewed: '',
  },
  touchpoint: {
    both: 'title slug series schedule status cancelReason edition summary language guests agenda topics audience chathamHouseRule recordingPolicy links eventUid',
    stored: 'titleTranslations cancelReasonTranslations summaryTranslations',
    viewed: 'defaultTitle recordings',
  },
  series: {
    both: 'title slug group cadence cadenceText minutes meets audience regions lifecycle language description eventUid defaultLinks',
    stored: 'titleTranslations cadenceTextTranslations descriptionTranslations calendar',
    viewed: 'defaultTitle calendarId',
  },
  guest: {
    both: 'name slug role organization kind bio photo links',
    stored: 'roleTranslations bioTranslations',
    viewed: '',
  },
  organization: {both: 'name slug url kind logo', stored: '', viewed: ''},
  workingGroup: {
    both: 'title slug kind phase parent lead goals description roles channels links',
    stored: 'titleTranslations goalsTranslations descriptionTranslations',
    viewed: 'defaultTitle hasMembersMeetings',
  },
  recording: {
    both: 'title slug availability notRecordedReason media date touchpoint season slides discussion',
    stored: 'titleTranslations notRecordedReasonTranslations seasonTranslations',
    viewed: '',
  },
  calendar: {
    both: 'title slug organization ownership feedUrl publicUrl color timeZone enabled titleFilters nonPublicEvents mailAddresses',
    stored: '',
    viewed: '',
  },
  calendarDecision: {both: 'verdict first second', stored: 'note', viewed: ''},
  meetingsPage: {
    both: 'title path introduction sections submitEventEmail conductNote',
    stored: 'titleTranslations introductionTranslations conductNoteTranslations',
    viewed: '',
  },
} as const satisfies Record<DocumentTypeName, {both: string; stored: string; viewed: string}>

/** What each document has, beside the fields of its type. */
export const systemFields: readonly string[] = ['_id', '_type', '_rev', '_createdAt', '_updatedAt']

/** Returns the stored fields of a document type of the package. */
export function ownFields(type: DocumentTypeName): string[] {
  const {both, stored} = ownNames[type]
  return namesIn(`${both} ${stored}`)
}

/** Returns the properties in the view of a document type of the package. */
export function ownProperties(type: DocumentTypeName): string[] {
  const {both, viewed} = ownNames[type]
  return namesIn(`_id _type updatedAt ${both} ${viewed}`)
}

function namesIn(text: string): string[] {
  return text.split(' ').filter(Boolean)
}
