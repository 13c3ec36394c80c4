export {
  phaseOf,
  statusNow,
  type MeetingStatus,
  type Phase,
  type StatedStatus,
} from './meetingStatus.ts'
export {statusLine, statusWord} from './statusWord.ts'
