import {isAboutLength, isDocument} from './harmlessWords.ts'
import type {ZoneDraft} from './slotDraft.ts'
import type {Token} from './token.ts'

export interface Clauses {
  /** Tokens about slots, with the marks between them. */
  rhythm: Token[]
  /** Parts about dates that are off or moved. */
  exceptions: Token[][]
  /** Parts about another meeting. */
  otherMeetings: Token[][]
  /** Parts about some of the dates, such as "the second one of each month is held jointly". */
  someDates: Token[][]
  /** Hours that a page or calendar shows. */
  shownTimes: {time: string; zone?: ZoneDraft; part: Token[]}[]
  /** Zones that apply to all times. */
  zones: ZoneDraft[]
  /** Remarks that may change dates. */
  unclear: Token[][]
  holidays: Token[]
}

const scheduleKinds: ReadonlySet<Token['kind']> = new Set([
  'weekday',
  'ordinals',
  'dayNumber',
  'time',
  'impossibleTime',
  'rhythm',
  'everyNth',
  'parity',
  'date',
  'turn',
  'between',
  'businessDay',
  'count',
  'number',
] as const)

/** Splits the words at semicolons and full stops, and sorts the parts by what they are about. */
export function readClauses(tokens: readonly Token[]): Clauses {
  const clauses: Clauses = {
    rhythm: [],
    exceptions: [],
    otherMeetings: [],
    someDates: [],
    shownTimes: [],
    zones: [],
    unclear: [],
    holidays: tokens.filter(({kind}) => kind === 'holidays'),
  }
  for (const part of split(tokens)) {
    const rest = withoutDocuments(part)
    if (rest.length > 0) place(rest, clauses)
  }
  return clauses
}

function split(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]]
  for (const token of tokens) {
    parts.at(-1)?.push(token)
    if (token.kind === 'mark' && (token.mark === ';' || token.mark === '.')) parts.push([])
  }
  return parts.filter((part) => part.length > 0)
}

/** Takes out what is said about papers: ", the agenda is sent 24 hours in advance". */
function withoutDocuments(part: readonly Token[]): Token[] {
  const segments: Token[][] = [[]]
  for (const token of part) {
    const mark = token.kind === 'mark' ? token.mark : ''
    if (mark === ',' || mark === '(') segments.push([])
    segments.at(-1)?.push(token)
    if (mark === ')') segments.push([])
  }
  return segments.flatMap((segment) => (isAboutDocuments(segment) ? [] : segment))
}

const remarkKinds: ReadonlySet<Token['kind']> = new Set([
  'word',
  'filler',
  'mark',
  'duration',
  'held',
  'to',
  'leadTime',
] as const)

function isAboutDocuments(segment: readonly Token[]): boolean {
  const subject = segment.some(({text}) => isDocument(text))
  return (
    subject && segment.every((token) => remarkKinds.has(token.kind) || isHarmlessToDocuments(token))
  )
}

/** Notes are archived, and a meeting goes on. */
function isHarmlessToDocuments(token: Token): boolean {
  return token.kind === 'risk' && (!token.strong || /^(?:archived|about)$/i.test(token.text))
}

function place(part: Token[], clauses: Clauses) {
  const has = (kind: Token['kind']) => part.some((token) => token.kind === kind)
  const first = part.find(({kind}) => kind !== 'filler')
  const isLater = clauses.rhythm.some(({kind}) => kind === 'time')
  if (first?.kind === 'source') return placeSource(part, clauses)
  if (first?.kind === 'all' && !has('time')) return placeSource(part, clauses)
  if (first?.kind === 'anotherMeeting' && isLater) return clauses.otherMeetings.push(part)
  const at = exceptionsStart(part)
  if (at !== undefined) {
    clauses.exceptions.push(part.slice(at))
    addRhythm(part.slice(0, at), clauses)
    return undefined
  }
  if (!part.some(({kind}) => scheduleKinds.has(kind))) return placeRemark(part, clauses)
  const concernsSome = has('ordinals') && !has('weekday') && !has('time') && !has('date')
  if (isLater && concernsSome) {
    return (describesSome(part) ? clauses.someDates : clauses.unclear).push(part)
  }
  return addRhythm(part, clauses)
}

/** "The first of a month plans the others", and not "only the first and third of the month". */
function describesSome(part: readonly Token[]): boolean {
  const days = part.findLastIndex(({kind}) => kind === 'ordinals' || kind === 'rhythm')
  const says = part.slice(days + 1).some(({kind}) => kind === 'word' || kind === 'held')
  return says && !part.some((token) => isStrongRisk(token) || /^only$/i.test(token.text))
}

function addRhythm(part: readonly Token[], clauses: Clauses) {
  clauses.rhythm = [...clauses.rhythm, ...part]
}

function isStrongRisk(token: Token): boolean {
  return token.kind === 'risk' && token.strong
}

/**
 * A part without any word about dates is a remark. Its zone still matters, and its length if the part is
 * about nothing else: "recordings are published within two hours" has another one.
 */
function placeRemark(part: Token[], clauses: Clauses) {
  if (part.some(isStrongRisk)) return clauses.unclear.push(part)
  const hasLength = part.every(({kind, text}) => kind !== 'word' || isAboutLength(text))
  return addRhythm(
    part.filter(
      ({kind}) =>
        kind !== 'risk' &&
        kind !== 'word' &&
        kind !== 'leadTime' &&
        (kind !== 'duration' || hasLength),
    ),
    clauses,
  )
}

function placeSource(part: Token[], clauses: Clauses) {
  const times = part.filter((token) => token.kind === 'time')
  const zones = part.flatMap((token) =>
    token.kind === 'zone' ? [{zone: token.zone, start: token.start, end: token.end}] : [],
  )
  const [zone] = zones
  if (times.length === 0) clauses.zones = [...clauses.zones, ...zones]
  for (const {time} of times) {
    clauses.shownTimes.push({time, ...(zone && zones.length === 1 && {zone}), part})
  }
  return undefined
}

/** Returns where the part about exceptions starts: at "left out", or at the dates before it. */
function exceptionsStart(part: readonly Token[]): number | undefined {
  const marker = part.findIndex(
    (token, index) =>
      token.kind === 'skip' ||
      token.kind === 'move' ||
      (token.kind === 'held' && part.slice(0, index).some(({kind}) => kind === 'date')),
  )
  if (marker < 0) return undefined
  let start = marker
  // "from 5 January 2026, left out on 26 May 2026": the first date belongs to the rhythm.
  const before = part.slice(0, marker).findLast(({kind}) => kind !== 'filler')
  if (before?.text === ',') return marker
  while (start > 0) {
    const before = part[start - 1]
    if (!before || !belongsToDates(before, part, start - 1)) break
    start -= 1
  }
  return withoutAnchor(part, start, marker)
}

/** A "from" without an end bounds the rhythm: the dates behind the next comma are off. */
function withoutAnchor(part: readonly Token[], start: number, marker: number): number {
  const walked = part.slice(start, marker)
  const anchor = walked.findIndex(({kind}) => kind === 'anchor')
  const isRange = walked.some(({kind}) => kind === 'to' || kind === 'until')
  if (anchor < 0 || isRange) return start
  const comma = walked.findIndex(({text}, index) => index > anchor && text === ',')
  return comma < 0 ? start : start + comma + 1
}

function belongsToDates(token: Token, part: readonly Token[], index: number): boolean {
  if (token.kind === 'date' || token.kind === 'to' || token.text === ',' || token.text === '-')
    return true
  if (token.kind === 'filler' || token.text === 'between') return true
  if (token.kind === 'weekday' || token.kind === 'ordinals') {
    const around = [...part.slice(0, index).slice(-2), ...part.slice(index + 1, index + 3)]
    return around.some(({kind}) => kind === 'date')
  }
  return token.kind === 'anchor' && part[index + 1]?.kind !== 'time'
}
