export {
  findJoinDetails,
  isHostLink,
  isPasscodeAfter,
  mentionsPasscode,
  withoutHostAccess,
  withoutJoinDetails,
  withoutMailAddresses,
  type JoinDetail,
} from './joinDetails.ts'
export {isJoinLink} from './isJoinLink.ts'
export {isSecretFeed} from './isSecretFeed.ts'
export {linkTo} from './linkTo.ts'
export {meetingLink, type MeetingLink} from './meetingLink.ts'
export type {LinkKind, ProviderName} from './providers.ts'
export {roomOf} from './roomOf.ts'
export {ownUrl, safeUrl, type SafeUrl} from './safeUrl.ts'
export {sitePath, type SitePath} from './sitePath.ts'
export {unwrapLink} from './unwrapLink.ts'
