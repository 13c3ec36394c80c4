import {agendaLengthRule} from './agendaLengthRule.ts'
import {cadenceRule} from './cadenceRule.ts'
import {calendarLinkRule} from './calendarLinkRule.ts'
import {callRecurrenceRule} from './callRecurrenceRule.ts'
import {cancelReasonRule} from './cancelReasonRule.ts'
import {chathamRecordingRule} from './chathamRecordingRule.ts'
import {clockChangeRule} from './clockChangeRule.ts'
import {feedTwiceRule} from './feedTwiceRule.ts'
import type {Rule} from './finding.ts'
import {guestTwiceRule} from './guestTwiceRule.ts'
import {markdownInTextRule} from './markdownInTextRule.ts'
import {moderatorRule} from './moderatorRule.ts'
import {nightHoursRule} from './nightHoursRule.ts'
import {offCadenceRule} from './offCadenceRule.ts'
import {overlapRule} from './overlapRule.ts'
import {processingTooLongRule} from './processingTooLongRule.ts'
import {recordingAvailabilityRule} from './recordingAvailabilityRule.ts'
import {recordingMediaRule} from './recordingMediaRule.ts'
import {recordingOfUnrecordedRule} from './recordingOfUnrecordedRule.ts'
import {regionInTextRule} from './regionInTextRule.ts'
import {sessionStatusRule} from './sessionStatusRule.ts'
import {sharedChannelRule} from './sharedChannelRule.ts'
import {timeInProseRule} from './timeInProseRule.ts'
import {trackingRule} from './trackingRule.ts'
import {typedCountRule} from './typedCountRule.ts'
import {weekdayInTextRule} from './weekdayInTextRule.ts'
import {youtubeIdRule} from './youtubeIdRule.ts'
import {isDocumentTypeName, type DocumentTypeName} from '../registry/documentTypes.ts'

const ofAnyText: readonly Rule[] = [timeInProseRule, markdownInTextRule, trackingRule]

/** What only documents of one type can get wrong. Empty: the rules of any text are all there are. */
const ofType = {
  touchpoint: [
    cancelReasonRule,
    sessionStatusRule,
    guestTwiceRule,
    moderatorRule,
    agendaLengthRule,
    chathamRecordingRule,
    weekdayInTextRule,
    clockChangeRule,
    regionInTextRule,
    offCadenceRule,
    nightHoursRule,
    overlapRule,
  ],
  series: [cadenceRule],
  guest: [],
  organization: [],
  workingGroup: [callRecurrenceRule, sharedChannelRule],
  recording: [
    recordingAvailabilityRule,
    recordingMediaRule,
    youtubeIdRule,
    recordingOfUnrecordedRule,
    processingTooLongRule,
  ],
  calendar: [calendarLinkRule, feedTwiceRule],
  meetingsPage: [typedCountRule],
} as const satisfies Record<DocumentTypeName, readonly Rule[]>

/** The rules of a document type; none for a type that is not ours, such as an image asset. */
export function rulesFor(type: string): readonly Rule[] {
  return isDocumentTypeName(type) ? [...ofType[type], ...ofAnyText] : []
}
