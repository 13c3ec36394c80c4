import type {Series, Touchpoint, WorkingGroup} from './pageContent.ts'

/** How stored words read on the page. */
export const roleNames = {
  guest: 'Guest',
  moderator: 'Moderator',
  host: 'Host',
} as const satisfies Record<Touchpoint['guests'][number]['role'], string>

export const audienceNames = {
  everyone: 'Open to everyone',
  members: 'For members',
} as const satisfies Record<Touchpoint['audience'], string>

export const recordingPolicyNames = {
  recorded: 'Will be recorded',
  presentationOnly: 'Only the talk is recorded',
  notRecorded: 'Not recorded',
} as const satisfies Record<NonNullable<Touchpoint['recordingPolicy']>, string>

export const agendaKindNames = {
  welcome: 'Welcome',
  presentation: 'Talk',
  questions: 'Q&A',
  updates: 'Updates',
  discussion: 'Discussion',
  forum: 'Open forum',
} as const satisfies Record<Touchpoint['agenda'][number]['kind'], string>

/** @example regionNames(['APAC', 'EMEA', 'AMER']) // 'APAC, EMEA & AMER' */
export function regionNames(regions: Series['regions']): string {
  const last = regions.at(-1) ?? ''
  return regions.length > 1 ? `${regions.slice(0, -1).join(', ')} & ${last}` : last
}

/** A channel's words: '#wg-metrics', 'Mailing list'. */
export function channelName({kind, channel, title}: WorkingGroup['channels'][number]): string {
  if (kind === 'slack') return channel ?? title ?? 'Slack'
  if (kind === 'mailingList') return title ?? 'Mailing list'
  return title ?? 'Channel'
}

/** Two letters that stand in for a face. @example initials('Ana Jiménez') // 'AJ' */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const ends = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return ends.map((word) => firstLetter(word ?? '')).join('')
}

function firstLetter(word: string): string {
  return /^\p{L}\p{M}*/u.exec(word)?.[0].toUpperCase() ?? ''
}
