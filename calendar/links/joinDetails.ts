import {withoutPunctuation} from './withoutPunctuation.ts'
import {meetingLink} from './meetingLink.ts'
import {
  dialWords,
  meetingIdWords,
  passcodeWords,
  unspacedMeetingId,
  unspacedPasscode,
} from './joinWords.ts'
import {foldText} from './foldText.ts'
import {passcodeMentions} from './passcodeMentions.ts'
import {tidyGaps} from './tidyGaps.ts'

/** What a text reveals about how to join a meeting. */
export interface JoinDetail {
  kind: 'room-link' | 'passcode' | 'meeting-id' | 'dial-in'
  /** The detail with its label, as the text has it: `Passcode: 123456`. */
  text: string
  /** Index of its first character. */
  from: number
  /** Index after its last character. */
  to: number
}

/**
 * Returns what a text reveals about how to join a meeting, in order: links to known hosts of rooms and
 * to meeting programs, passcodes, meeting ids and numbers to dial.
 *
 * @example
 * findJoinDetails('Join https://zoom.us/j/81234567890, passcode: 1234').map(({kind}) => kind)
 * // ['room-link', 'passcode']
 */
export function findJoinDetails(text: string): JoinDetail[] {
  const found = [...linksIn(text).filter(isRoom), ...detailsIn(text, labeled)]
  const details: JoinDetail[] = []
  // A passcode in a link is part of the link.
  for (const detail of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (detail.from >= (details.at(-1)?.to ?? 0)) details.push(detail)
  }
  return details
}

/**
 * Returns a text without anything that may let its reader into a meeting: every link, because a room
 * can be on any host, every meeting id and number to dial, and every sentence that mentions a passcode. A
 * label that belonged to a removed detail is removed with it.
 *
 * Use it for texts about a meeting that not everyone may attend.
 *
 * @example
 * withoutJoinDetails('Plans for spring. Join: https://meet.example.org/board (PIN 1234).')
 * // 'Plans for spring.'
 */
export function withoutJoinDetails(text: string): string {
  const links = linksIn(text)
  const found = [...rangesIn(text, links), ...foldedRanges(text), ...passcodeMentions(text, links)]
  if (found.length === 0) return text
  return tidyGaps(text, found)
}

/**
 * Returns whether a text about a members' meeting loses a sentence because it mentions a passcode.
 *
 * @example
 * mentionsPasscode('Use “hunter” as the password.') // true
 */
export function mentionsPasscode(text: string): boolean {
  return passcodeMentions(text, linksIn(text)).length > 0
}

/**
 * Returns whether a paragraph may be the passcode that the paragraph before it announces.
 *
 * @example
 * isPasscodeAfter('Passcode:', 'hunter') // true
 */
export function isPasscodeAfter(previous: string, text: string): boolean {
  const both = `${previous}\n${text}`
  const start = previous.length + 1
  const [firstLine = ''] = text.split('\n', 1)
  return passcodeMentions(both, linksIn(both)).some(
    ({from, to}) => from === start && to === start + firstLine.length,
  )
}

type Range = Pick<JoinDetail, 'from' | 'to'>

function rangesIn(text: string, links: readonly Range[]): Range[] {
  return [...links, ...detailsIn(text, labeled), ...detailsIn(text, unlabeled)]
}

/** Finds what a text writes in other characters: a number in full width, a host with a look-alike. */
function foldedRanges(text: string): Range[] {
  const folded = foldText(text)
  if (folded.text === text) return []
  return rangesIn(folded.text, linksIn(folded.text)).map(({from, to}) => ({
    from: folded.at(from),
    to: folded.at(to),
  }))
}

/**
 * Returns a text without links that start or moderate a meeting, and without the host's key.
 *
 * @example
 * withoutHostAccess('Join https://zoom.us/j/1. Host key: 123456') // 'Join https://zoom.us/j/1.'
 */
export function withoutHostAccess(text: string): string {
  const links = linksIn(text).filter((link) => isHostLink(link.text))
  const found = [...links, ...detailsIn(text, hostKeys)]
  return found.length === 0 ? text : tidyGaps(text, found)
}

/**
 * Returns a text without mail addresses. An address within a link stays, because the link needs it.
 *
 * @example
 * withoutMailAddresses('Ana Silva <ana@example.org>') // 'Ana Silva'
 */
export function withoutMailAddresses(text: string): string {
  if (!text.includes('@')) return text
  const links = linksIn(text)
  const found = matches(text, mailAddress, 'dial-in').filter(
    ({from}) => !links.some((link) => link.from <= from && from < link.to),
  )
  return found.length === 0 ? text : tidyGaps(text, found)
}

// The address of a room (SIP) has digits only before its @.
const mailAddress =
  /(?:mailto:)?(?<![\p{L}\p{N}._%+-])(?=[^@\s]{0,64}\p{L})[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/giu

/** End of a link in text, and of a bare address. */
const linkEnd = String.raw`[^\s<>"'\\^\x60{|}]+`
/** Schemes of meeting programs and telephones. */
export const roomSchemes = 'zoommtg|zoomus|msteams|webex|sips?|tel|callto|skype|facetime|h323'
const schemes = `https?|webcal|ftp|${roomSchemes}`
const patterns = {
  link: new RegExp(
    String.raw`(?<![\w+.-])(?:${schemes}):(?:\/\/)?${linkEnd}|(?<!:)\/\/\w${linkEnd}`,
    'giu',
  ),
  // People leave out the scheme: "zoom.us/j/123".
  bare: new RegExp(
    String.raw`(?<![\w@./-])(?:[a-z\d][a-z\d-]{0,62}\.){1,6}(?!js\b)[a-z]{2,24}(?::\d{1,5})?\/${linkEnd}`,
    'giu',
  ),
}

/** Returns the links in a text, with and without a scheme. */
export function linksIn(text: string): JoinDetail[] {
  if (!/[:/]/.test(text)) return []
  return [
    ...matches(text, patterns.link, 'room-link'),
    ...matches(text, patterns.bare, 'room-link'),
  ]
}

function isRoom({text}: JoinDetail): boolean {
  if (/^(?:https?:|\/\/)/i.test(text) || !/^[a-z\d]+:/i.test(text)) return leadsIn(text)
  return !/^(?:webcal|ftp):/i.test(text)
}

function leadsIn(text: string): boolean {
  const link = /^https?:/i.test(text) ? text : `https://${text.replace(/^\/\//, '')}`
  const kind = meetingLink(link)?.kind
  return kind === 'room' || kind === 'host' || kind === 'dial-in'
}

/**
 * Returns whether a link starts, moderates or configures a meeting. It gives its reader control of the
 * meeting, so it is never published.
 *
 * @example isHostLink('https://zoom.us/s/81234567890?zak=eyJ…') // true
 */
export function isHostLink(link: string): boolean {
  return meetingLink(link)?.kind === 'host' || /[?&](?:zak|jwt|host_?key)=/i.test(link)
}

const before = String.raw`(?<![\p{L}\p{N}])`
const note = String.raw`(?: ?\([^()\n]{0,40}\))?`
const colon = String.raw`[\s*_]{0,4}[:=：#→>–—-]{1,3}\s{0,4}`
const verb = String.raw`\s{1,3}(?:is|will be|ist|lautet|es|est|è|é|är|to jest|to)\s{1,3}`
/** After "the passcode is", these words say something about the passcode and are not it. */
const notAPasscode =
  '(?!(?:in|on|not|no|now|sent|required|needed|optional|the|a|an|available|shared|provided|given|your|below|above|same|case|for|only|by|with|to|erforderlich|nicht|nötig|requerido|requis)\\b)'
const value = String.raw`["'“”„«»‘’*_\x60(\[]{0,3}(?:(?<=["“„«])[^"”“»\n]{1,80}|[^\s<>]+)`
const digits = String.raw`["'“”„«»‘’*_\x60(\[]{0,3}(?=[^\s<>]{0,64}\d)[^\s<>]{3,}`
const number = String.raw`\+?[\d(][\d ()./\xa0\u2011-]{4,30}\d(?:[,;]{1,4}[*#]?\d{1,20}[#*]?){0,6}`

/** Patterns of one kind, and what a text must contain for any of them to match. */
interface DetailGroup {
  kind: JoinDetail['kind']
  /** Tested first, because most texts have no detail. It halves the time for a session's texts. */
  hint: RegExp
  patterns: readonly RegExp[]
}

const anyDigit = /\d/

const labeled: readonly DetailGroup[] = [
  {
    kind: 'passcode',
    hint: new RegExp(passcodeWords.join('|'), 'iu'),
    patterns: withValue(`${before}(?:${passcodeWords.join('|')})${note}`),
  },
  {
    kind: 'passcode',
    hint: new RegExp(unspacedPasscode),
    patterns: [regexp(`(?:${unspacedPasscode})${note}(?:${colon}|は)?\\s{0,2}${value}`)],
  },
  {
    kind: 'passcode',
    hint: anyDigit,
    patterns: [
      // These words have other meanings, so only digits make them a passcode.
      regexp(
        `${before}(?:numeric )?(?:pin|code|key)${note}(?:${colon}|${verb}|\\s{1,2})(?=[^\\s\\d]{0,3}\\d{3})${value}`,
      ),
    ],
  },
  {
    kind: 'passcode',
    hint: /[?&]/,
    patterns: [regexp(String.raw`[?&](?:pwd|passcode|password|tk|zak)=[^\s<>"']+`)],
  },
  {
    kind: 'meeting-id',
    hint: anyDigit,
    patterns: [
      regexp(
        `${before}(?:${meetingIdWords.join('|')})${note}(?:${colon}|${verb}|\\s{1,3})(?:\\d[\\d \\xa0-]{4,}\\d|${digits})`,
      ),
      regexp(
        `(?:${unspacedMeetingId})${note}(?:${colon})?\\s{0,2}(?:\\d[\\d \\xa0-]{4,}\\d|${digits})`,
      ),
    ],
  },
  {
    kind: 'dial-in',
    hint: anyDigit,
    patterns: [
      regexp(
        `${before}(?:${dialWords.join('|')})${note}(?:\\.?${colon}|\\.?\\s{1,3}(?:is )?)${number}`,
      ),
      // One tap: the number, the meeting id and the passcode, separated by pauses.
      /\+?\d{6,15}(?:[,;]{1,4}[*#]?\d{1,20}[#*]?){1,6}(?: US(?: \([^()\n]{2,30}\))?)?/g,
      // SIP and H.323 write a room as an address.
      /(?<![\w.])\d{6,}(?:\.\d{1,12})?@[a-z\d.-]{3,}/gi,
    ],
  },
]

const hostKeys: readonly DetailGroup[] = [
  {
    kind: 'passcode',
    hint: /host|moderator/i,
    patterns: withValue(`${before}(?:host|moderator)[- ]?(?:key|code|pin|password)${note}`),
  },
]

/** Numbers without a label. Dates and times don't have these forms. */
const unlabeled: readonly DetailGroup[] = [
  {
    kind: 'dial-in',
    hint: /\+\d/,
    patterns: [/\+\d[\d ()./\xa0\u2011-]{5,24}\d#?(?: US(?: \([^()\n]{2,30}\))?)?/g],
  },
  {
    kind: 'meeting-id',
    hint: anyDigit,
    patterns: [
      /(?<![\d-])\(?\d{3}\)?[ .\xa0-]\d{3,4}[ .\xa0-]\d{3,4}(?![\d-])/g,
      /(?<![\d.-])\d{9,12}#?(?![\d.-])/g,
    ],
  },
  {
    kind: 'meeting-id',
    hint: /-/,
    // The code of a Google Meet room.
    patterns: [/(?<![\w-])[a-z]{3}-[a-z]{4}-[a-z]{3}(?![\w-])/g],
  },
]

function withValue(label: string): RegExp[] {
  return [
    regexp(`${label}${colon}${value}`),
    regexp(`${label}${verb}${notAPasscode}${value}`),
    regexp(`${label}\\s{1,3}${digits}`),
  ]
}

function regexp(source: string): RegExp {
  return new RegExp(source, 'giu')
}

function detailsIn(text: string, groups: readonly DetailGroup[]): JoinDetail[] {
  const details: JoinDetail[] = []
  for (const {kind, hint, patterns} of groups) {
    if (!hint.test(text)) continue
    for (const pattern of patterns) {
      for (const match of matches(text, pattern, kind)) details.push(match)
    }
  }
  return details
}

function matches(text: string, pattern: RegExp, kind: JoinDetail['kind']): JoinDetail[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const trimmed = withoutPunctuation(match[0])
    const {length} = trimmed === '' ? match[0] : trimmed
    return {kind, text: match[0].slice(0, length), from: match.index, to: match.index + length}
  })
}
