import type {Weekday} from '../time/recurrence.ts'
import {isHarmless, isName} from './harmlessWords.ts'
import {rangeMinutes} from './rangeMinutes.ts'
import {rhythmPlace} from './rhythmPlace.ts'
import {
  emptyDraft,
  type Rhythm,
  type SlotDraft,
  type Statement,
  type ZoneDraft,
} from './slotDraft.ts'
import type {Token} from './token.ts'
import {boundAt, slotFollows, withYear} from './boundAt.ts'
import {daysBetween} from './daysBetween.ts'
import {dayAfter} from './writtenDate.ts'

/** The state of {@link readStatement}: it reads token by token. */
class StatementReader {
  readonly statement: Statement = {
    drafts: [],
    turn: false,
    sessions: false,
    groups: 0,
    minutes: [],
    zones: [],
    notUnderstood: [],
    impossibleTimes: [],
  }
  readonly #tokens: readonly Token[]
  #index = 0
  #depth = 0
  /** "both", "each" or "all" precedes: the next bound or rhythm applies to every slot. */
  #shared: 'both' | 'each' | undefined
  #afterComma = false
  #also = false
  #then: Token | undefined
  /** "UTC 15:00": the zone of the next time. */
  #zoneAhead: ZoneDraft | undefined
  /** "the Wednesday after": waits for "the fourth Tuesday". */
  #relative: {side: 'after' | 'before'; weekday?: Weekday; days: number} | undefined

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
    this.statement.drafts.push(emptyDraft(tokens[0]?.start ?? 0))
  }

  read(): Statement {
    while (this.#index < this.#tokens.length) {
      const token = this.#tokens[this.#index]
      if (token) this.#readToken(token)
      this.#index += 1
    }
    return this.statement
  }

  get #draft(): SlotDraft {
    const last = this.statement.drafts.at(-1)
    if (last) return last
    const draft = emptyDraft(0)
    this.statement.drafts.push(draft)
    return draft
  }

  #open(token: Token): SlotDraft {
    const before = this.#draft
    const draft = emptyDraft(token.start)
    this.statement.drafts.push(draft)
    if (this.#then) this.#follow(draft, before, this.#then)
    this.#then = undefined
    return draft
  }

  /** "Mondays until 31 August 2026, then Tuesdays": the next slot begins on the day after. */
  #follow(draft: SlotDraft, {until}: SlotDraft, then: Token) {
    const date = until && dayAfter(until.date)
    if (date) draft.anchor = {date, start: then.start, end: then.end}
    else this.#fail(then)
  }

  #readToken(token: Token) {
    switch (token.kind) {
      case 'mark':
        return this.#mark(token.mark)
      case 'rhythm':
        this.#rhythm(token)
        break
      case 'everyNth':
        this.#beforeDay(token).everyNth = token
        break
      case 'ordinals':
        this.#ordinals(token)
        break
      case 'weekday':
        this.#weekday(token)
        break
      case 'dayNumber':
        this.#monthDays(this.#beforeDay(token), token.days)
        break
      case 'relativeDay':
        this.#relativeDay(token)
        break
      case 'parity':
        this.#parity(token)
        break
      case 'time':
        this.#time(token)
        break
      case 'impossibleTime':
        this.statement.impossibleTimes.push(token.text)
        break
      case 'zone':
        this.#zone(token)
        break
      case 'anchor':
      case 'next':
      case 'until':
        this.#bound(token)
        break
      case 'date':
        this.#looseDate(token)
        break
      case 'count':
        this.#all((draft) => (draft.count = token.count))
        break
      case 'between':
        this.#between(token)
        break
      case 'turn':
        this.statement.turn = true
        break
      case 'sessions':
        this.statement.sessions = true
        break
      case 'groups':
        this.statement.groups = token.count
        break
      case 'duration':
        this.statement.minutes.push(token.minutes)
        break
      case 'both':
      case 'each':
        this.#shared = token.kind
        return
      case 'also':
        this.#also = true
        return
      case 'then':
        this.#then = token
        return
      case 'businessDay':
      case 'skip':
      case 'move':
      case 'number':
      case 'risk':
      case 'leadTime':
        this.#fail(token)
        return
      case 'word':
        if (!isHarmless(token.text) && !isName(this.#tokens, this.#index)) this.#fail(token)
        break
      case 'holidays':
      case 'anotherMeeting':
      case 'source':
      case 'all':
      case 'held':
      case 'to':
      case 'filler':
        if (/^each$/i.test(token.text)) this.#shared = 'each'
        return
    }
    this.#shared = undefined
    this.#afterComma = false
    this.#draft.end = Math.max(this.#draft.end, token.end)
  }

  #mark(mark: string) {
    if (mark === '(') this.#depth += 1
    if (mark === ')') {
      this.#depth = Math.max(0, this.#depth - 1)
      this.#draft.end = Math.max(this.#draft.end, this.#tokens[this.#index]?.end ?? 0)
    }
    if (mark === ',' || mark === ';' || mark === '.') this.#afterComma = true
    if (mark === ';' || mark === '.') this.#also = false
    if (mark === '/' || mark === '=') this.#also = true
  }

  #fail(token: Token) {
    this.statement.notUnderstood.push({start: token.start, end: token.end})
  }

  /** Applies a bound to every slot after "both", and otherwise to the current one. */
  #all(change: (draft: SlotDraft) => void) {
    const {drafts} = this.statement
    const shared = this.#shared !== undefined && drafts.length > 1
    for (const draft of shared ? drafts : [this.#draft]) change(draft)
  }

  /** Returns the slot for a day: another one when the current one has a day and a time. */
  #beforeDay(token: Token): SlotDraft {
    const draft = this.#draft
    const hasDay = draft.on.length + draft.monthDays.length + draft.businessDays.length > 0
    const complete = draft.times.length > 0 && (hasDay || draft.closed)
    return complete ? this.#open(token) : draft
  }

  #rhythm(token: Rhythm) {
    const {drafts} = this.statement
    const place = rhythmPlace(token, {
      drafts,
      last: this.#draft,
      next: this.#next(),
      before: /^(?:an?|our|their|another)$/i.exec(this.#tokens[this.#index - 1]?.text ?? '')?.[0],
      isShared: this.#shared !== undefined,
      afterComma: this.#afterComma,
    })
    if (place === 'contradiction') this.#fail(token)
    if (place === 'contradiction' || place === 'repeated') return
    const targets = place === 'all' ? drafts : [place === 'new' ? this.#open(token) : this.#draft]
    for (const draft of targets) {
      draft.rhythm = token
      draft.rhythmOfEach ||= this.#shared === 'each'
      // "16:00 UTC weekly on Mondays": the day is still to come.
      const hasDay = draft.on.length + draft.monthDays.length > 0
      draft.closed ||= place !== 'all' && draft.times.length > 0 && hasDay
    }
  }

  #monthDays(draft: SlotDraft, days: readonly number[]) {
    draft.monthDays = [...draft.monthDays, ...days]
  }

  #ordinals(token: Extract<Token, {kind: 'ordinals'}>) {
    const next = this.#next()
    if (next?.kind === 'businessDay') {
      const draft = this.#beforeDay(token)
      draft.businessDays = [...draft.businessDays, ...token.ordinals]
      this.#skipTo(next)
      return
    }
    if (next?.kind === 'weekday') {
      const draft = this.#beforeDay(token)
      draft.on.push({
        ordinals: [...token.ordinals],
        weekdays: [...next.weekdays],
        start: token.start,
        end: next.end,
      })
      draft.plural ||= next.plural
      this.#skipTo(next)
      this.#applyRelative(draft, next)
      return
    }
    const draft = this.#draft
    const free = draft.on.length === 0 && draft.monthDays.length === 0
    if (free && token.ordinals.every((each) => each > 0)) {
      this.#monthDays(draft, token.ordinals)
      return
    }
    this.#fail(token)
  }

  #weekday(token: Extract<Token, {kind: 'weekday'}>) {
    const next = this.#tokens[this.#index + 1]
    if (this.#relativeAhead(token)) return
    if (next?.kind === 'date' && next.date.days) return this.#fail(token)
    const draft = this.#beforeDay(token)
    const last = draft.on.at(-1)
    draft.plural ||= token.plural
    if (last) {
      last.weekdays = [...last.weekdays, ...token.weekdays]
      last.end = token.end
      return
    }
    draft.on.push({ordinals: [], weekdays: [...token.weekdays], start: token.start, end: token.end})
  }

  /** "the Wednesday after the fourth Tuesday". */
  #relativeAhead(token: Extract<Token, {kind: 'weekday'}>): boolean {
    const next = this.#next()
    const [weekday] = token.weekdays
    if (next?.kind !== 'relativeDay' || next.days !== null || weekday === undefined) return false
    this.#relative = {side: next.side, weekday, days: 0}
    this.#skipTo(next)
    return true
  }

  #relativeDay(token: Extract<Token, {kind: 'relativeDay'}>) {
    if (token.days === null) return this.#fail(token)
    this.#relative = {side: token.side, days: token.days}
  }

  #applyRelative(draft: SlotDraft, base: Extract<Token, {kind: 'weekday'}>) {
    const relative = this.#relative
    if (!relative) return
    this.#relative = undefined
    const sign = relative.side === 'after' ? 1 : -1
    const [from] = base.weekdays
    const steps = daysBetween(from, relative.weekday, sign) ?? relative.days
    // A week or more after is another ordinal in some months only, so no slot can say it.
    if (steps < 1 || steps > 6) return this.#fail(base)
    draft.dayOffset = sign * steps
  }

  #parity(token: Extract<Token, {kind: 'parity'}>) {
    const key = token.unit === 'week' ? 'weekParity' : 'monthParity'
    const draft =
      this.#draft.times.length > 0 && this.#draft[key] !== undefined
        ? this.#open(token)
        : this.#draft
    if (draft[key] !== undefined && draft[key] !== token.parity) return this.#fail(token)
    draft[key] = token.parity
    if (draft.times.length > 0) draft.closed = true
  }

  #time(token: Extract<Token, {kind: 'time'}>) {
    const started = this.#draft.times.at(-1)
    const minutes = started && rangeMinutes(this.#tokens, this.#index, started)
    if (started && minutes !== undefined) {
      started.minutes = minutes
      started.end = token.end
      return
    }
    const isAlternative = this.#draft.times.length > 0 && (this.#depth > 0 || this.#also)
    const draft = this.#draft.closed && !isAlternative ? this.#open(token) : this.#draft
    draft.times.push({
      time: token.time,
      ...(token.minutes !== undefined && {minutes: token.minutes}),
      ...(token.isMidnight && {isMidnight: true}),
      zones: this.#zoneAhead ? [this.#zoneAhead] : [],
      start: token.start,
      end: token.end,
      isAlternative,
    })
    this.#zoneAhead = undefined
  }

  #zone(token: Extract<Token, {kind: 'zone'}>) {
    const zone = {zone: token.zone, start: token.start, end: token.end}
    const time = this.#draft.times.at(-1)
    const before = this.#tokens[this.#index - 1]
    if (this.#tokens[this.#index + 1]?.kind === 'time' && before?.kind !== 'time') {
      this.#zoneAhead = zone
      return
    }
    if (!time || this.#shared !== undefined) {
      this.statement.zones.push(zone)
      return
    }
    // "(17:00 and 21:00 Central Europe)": the zone is for both.
    const {times} = this.#draft
    const from = times.findLastIndex((each) => !each.isAlternative || each.zones.length > 0) + 1
    const several = time.isAlternative && time.zones.length === 0 ? times.slice(from) : [time]
    for (const each of several) each.zones.push(zone)
    time.end = token.end
  }

  #bound(token: Token) {
    const found = boundAt(this.#tokens, this.#index)
    if (!found) {
      // "From 9:00" and "through the calendar" bound no dates.
      const next = this.#tokens[this.#index + 1]
      if (next?.kind !== 'time' && token.kind === 'until') this.#fail(token)
      return
    }
    const {bound, at} = found
    const key = token.kind === 'until' ? 'until' : 'anchor'
    // "Mondays 10:00, from 1 September 2026 Tuesdays": whether the first slot ends is open.
    const changes =
      key === 'anchor' && this.#draft.times.length > 0 && slotFollows(this.#tokens, at)
    if (changes) this.#fail(token)
    this.#index = at
    const {drafts} = this.statement
    // A bound behind a comma, after slots without bounds, is for all of them.
    const trailing = this.#afterComma && drafts.every((each) => each[key] === undefined)
    const targets = this.#shared !== undefined || trailing ? drafts : [this.#draft]
    for (const draft of targets) {
      if (draft[key] !== undefined) this.#fail(token)
      draft[key] = bound
      if (draft.times.length > 0) draft.closed = true
    }
    this.#draft.end = Math.max(this.#draft.end, bound.end)
    this.#spanEnd(targets, at)
    if (key === 'anchor' && bound.date.month === undefined && /^for$/i.test(token.text)) {
      for (const draft of targets) draft.until = {...bound, date: {...bound.date, atEnd: true}}
    }
  }

  /** "From 13 January to 31 March 2026". */
  #spanEnd(targets: readonly SlotDraft[], at: number) {
    const found = this.#tokens[at + 1]?.kind === 'to' ? boundAt(this.#tokens, at + 1) : undefined
    if (!found) return
    const {year} = found.bound.date
    for (const draft of targets) {
      draft.until = found.bound
      if (draft.anchor && year !== undefined) draft.anchor = withYear(draft.anchor, year)
    }
    this.#index = found.at
  }

  /** A date without "from" or "until": only the names of months have a meaning. */
  #looseDate(token: Extract<Token, {kind: 'date'}>) {
    const {year, month, days} = token.date
    if (month !== undefined && year === undefined && days === undefined) {
      this.#draft.months.push(month)
      return
    }
    const isYearly = this.#draft.rhythm?.unit === 'month' && this.#draft.rhythm.interval === 12
    if (isYearly && month !== undefined && year === undefined && days?.length === 1) {
      this.#draft.months.push(month)
      this.#monthDays(this.#draft, days)
      return
    }
    this.#fail(token)
  }

  #between(token: Token) {
    const {drafts} = this.statement
    const before = this.#tokens[this.#index - 1]
    const next = this.#tokens[this.#index + 1]
    // "triage in the weeks between" and "in the other weeks 21:00" are another slot. "Every other Thursday, in
    // the weeks between those of the writers" is this one.
    const hasSubject = before?.kind === 'word' || next?.kind === 'time' || before?.kind === 'rhythm'
    const isOther = hasSubject && next?.text !== 'of'
    const isOwn = drafts.length > 1 && this.#draft.on.length > 0 && this.#draft.rhythm === undefined
    const draft =
      this.#draft.times.length > 0 && isOther && !isOwn ? this.#open(token) : this.#draft
    draft.between = true
  }

  /** The next token that is not a small word. */
  #next(): Token | undefined {
    return this.#tokens.slice(this.#index + 1).find(({kind}) => kind !== 'filler')
  }

  #skipTo(token: Token) {
    this.#index = this.#tokens.indexOf(token)
  }
}

/** Reads the words about slots: which days, hours, zones, rhythms and bounds belong together. */
export function readStatement(tokens: readonly Token[]): Statement {
  return new StatementReader(tokens).read()
}
