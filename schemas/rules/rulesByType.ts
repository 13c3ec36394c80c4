import {accentContrastRule} from './accentContrastRule.ts'
import {cadenceTextRule} from './cadenceTextRule.ts'
import {communityBreaksRule} from './communityBreaksRule.ts'
import {communityRegionsRule} from './communityRegionsRule.ts'
import {endedCadenceRule} from './endedCadenceRule.ts'
import {groupCircleRule} from './groupCircleRule.ts'
import {groupRolesRule} from './groupRolesRule.ts'
import {knownRegionsRule} from './knownRegionsRule.ts'
import {knownWorkspaceRule} from './knownWorkspaceRule.ts'
import {missingTranslationRule} from './missingTranslationRule.ts'
import {translationLanguageRule} from './translationLanguageRule.ts'
import {agendaLengthRule} from './agendaLengthRule.ts'
import {cadenceRule} from './cadenceRule.ts'
import {calendarLinkRule} from './calendarLinkRule.ts'
import {cancelReasonRule} from './cancelReasonRule.ts'
import {chathamRecordingRule} from './chathamRecordingRule.ts'
import {clockChangeRule} from './clockChangeRule.ts'
import {decisionRule} from './decisionRule.ts'
import {duplicateFeedRule} from './duplicateFeedRule.ts'
import type {Rule} from './finding.ts'
import {fixedOffsetRule} from './fixedOffsetRule.ts'
import {duplicateGuestRule} from './duplicateGuestRule.ts'
import {joinDetailsRule} from './joinDetailsRule.ts'
import {markdownInTextRule} from './markdownInTextRule.ts'
import {moderatorRule} from './moderatorRule.ts'
import {namedCalendarRule} from './namedCalendarRule.ts'
import {nightHoursRule} from './nightHoursRule.ts'
import {offCadenceRule} from './offCadenceRule.ts'
import {overlapRule} from './overlapRule.ts'
import {processingTooLongRule} from './processingTooLongRule.ts'
import {recordingAvailabilityRule} from './recordingAvailabilityRule.ts'
import {recordingSourceRule} from './recordingSourceRule.ts'
import {recordingPolicyRule} from './recordingPolicyRule.ts'
import {regionInTextRule} from './regionInTextRule.ts'
import {reservedSlugRule} from './reservedSlugRule.ts'
import {sessionStatusRule} from './sessionStatusRule.ts'
import {sharedChannelRule} from './sharedChannelRule.ts'
import {timeInTextRule} from './timeInTextRule.ts'
import {trackingRule} from './trackingRule.ts'
import {countInTextRule} from './countInTextRule.ts'
import {weekdayInTextRule} from './weekdayInTextRule.ts'
import {youtubeIdRule} from './youtubeIdRule.ts'
import {isDocumentTypeName, type DocumentTypeName} from '../registry/documentTypes.ts'

const textRules: readonly Rule[] = [timeInTextRule, markdownInTextRule, trackingRule]

const translationRules = [missingTranslationRule, translationLanguageRule] as const

/** The rules for documents of one type, in addition to `textRules`. */
const rulesOfType = {
  community: [
    accentContrastRule,
    communityRegionsRule,
    communityBreaksRule,
    fixedOffsetRule,
    ...translationRules,
  ],
  touchpoint: [
    reservedSlugRule,
    cancelReasonRule,
    sessionStatusRule,
    duplicateGuestRule,
    moderatorRule,
    agendaLengthRule,
    chathamRecordingRule,
    weekdayInTextRule,
    clockChangeRule,
    fixedOffsetRule,
    regionInTextRule,
    offCadenceRule,
    nightHoursRule,
    overlapRule,
    joinDetailsRule,
    ...translationRules,
  ],
  series: [
    cadenceRule,
    fixedOffsetRule,
    cadenceTextRule,
    endedCadenceRule,
    knownRegionsRule,
    namedCalendarRule,
    joinDetailsRule,
    ...translationRules,
  ],
  guest: [],
  organization: [],
  workingGroup: [
    groupCircleRule,
    groupRolesRule,
    sharedChannelRule,
    knownWorkspaceRule,
    joinDetailsRule,
    ...translationRules,
  ],
  recording: [
    recordingAvailabilityRule,
    recordingSourceRule,
    youtubeIdRule,
    recordingPolicyRule,
    processingTooLongRule,
    joinDetailsRule,
  ],
  calendar: [fixedOffsetRule, calendarLinkRule, duplicateFeedRule],
  calendarDecision: [decisionRule],
  meetingsPage: [countInTextRule, ...translationRules],
} as const satisfies Record<DocumentTypeName, readonly Rule[]>

/** Returns the rules of a document type. Empty for unknown types, such as an image asset. */
export function rulesFor(type: string): readonly Rule[] {
  return isDocumentTypeName(type) ? [...rulesOfType[type], ...textRules] : []
}
