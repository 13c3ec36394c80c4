import type {Series, Touchpoint, WorkingGroup} from './pageContent.ts'

/** Labels of the roles on the page. */
export const roleNames = {
  guest: 'Guest',
  moderator: 'Moderator',
  host: 'Host',
} as const satisfies Record<Touchpoint['guests'][number]['role'], string>

/** Labels of the audiences. */
export const audienceNames = {
  everyone: 'Open to everyone',
  members: 'Members only',
} as const satisfies Record<Touchpoint['audience'], string>

/** Labels of the recording policies. */
export const recordingPolicyNames = {
  recorded: 'Will be recorded',
  presentationOnly: 'Only the presentation is recorded',
  notRecorded: 'Not recorded',
} as const satisfies Record<NonNullable<Touchpoint['recordingPolicy']>, string>

/** Labels of the agenda items. */
export const agendaKindNames = {
  welcome: 'Welcome',
  presentation: 'Presentation',
  questions: 'Q&A',
  updates: 'Updates',
  discussion: 'Discussion',
  forum: 'Open forum',
} as const satisfies Record<Touchpoint['agenda'][number]['kind'], string>

/** Joins region names. @example regionNames(['APAC', 'EMEA', 'AMER']) // 'APAC, EMEA & AMER' */
export function regionNames(regions: Series['regions']): string {
  const last = regions.at(-1) ?? ''
  return regions.length > 1 ? `${regions.slice(0, -1).join(', ')} & ${last}` : last
}

/** Returns a channel's label: '#wg-metrics', 'Mailing list'. */
export function channelName({kind, channel, title}: WorkingGroup['channels'][number]): string {
  if (kind === 'slack') return channel ?? title ?? 'Slack'
  if (kind === 'mailingList') return title ?? 'Mailing list'
  return title ?? 'Channel'
}

/** Returns up to two letters to show instead of a photo. @example initials('Ana Jiménez') // 'AJ' */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const ends = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return ends.map((word) => firstLetter(word ?? '')).join('')
}

function firstLetter(word: string): string {
  return /^\p{L}\p{M}*/u.exec(word)?.[0].toUpperCase() ?? ''
}
