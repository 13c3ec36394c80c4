import {Temporal} from 'temporal-polyfill'
import type {CadenceBreak, CadenceException} from '../time/cadence.ts'
import {weekdayOf} from '../time/weekdayOf.ts'
import type {Weekday} from '../time/recurrence.ts'
import type {DateWords, Token} from './token.ts'
import {dateText, lastDayOf} from './writtenDate.ts'

export interface ExceptionsRead {
  exceptions: CadenceException[]
  breaks: CadenceBreak[]
  /** False when a part has no clear meaning. */
  understood: boolean
}

interface Pending {
  from: string
  to: string
}

/** The state of {@link readExceptions}. */
class ExceptionsReader {
  readonly result: ExceptionsRead = {exceptions: [], breaks: [], understood: true}
  readonly #today: string
  readonly #tokens: readonly Token[]
  #pending: Pending[] = []
  #mode: 'skip' | 'move' | undefined
  /** The next date follows, which is not off. */
  #ended = false
  #isRange = false
  #rangeOpen = false
  #year: number | undefined
  #weekday: Weekday | undefined
  #nth: {month: DateWords; start: number} | undefined
  /** The exception that the last date moved to: a time may follow. */
  #moved: CadenceException | undefined

  constructor(tokens: readonly Token[], today: string) {
    this.#tokens = tokens
    this.#today = today
  }

  read(): ExceptionsRead {
    this.#tokens.forEach((token, index) => this.#readToken(token, index))
    if (this.#mode === 'skip') this.#commitSkips()
    const {exceptions, breaks} = this.result
    const isEmpty = exceptions.length + breaks.length === 0
    if (this.#pending.length > 0 || this.#rangeOpen || isEmpty) this.result.understood = false
    return this.result
  }

  #readToken(token: Token, index: number) {
    if (this.#ended)
      return token.kind === 'skip' || token.kind === 'move' ? this.#fail() : undefined
    switch (token.kind) {
      case 'date':
        return this.#date(token.date, index)
      case 'weekday':
        return this.#day(token, index)
      case 'skip':
        if (this.#pending.length > 0 && this.#mode !== 'move') {
          this.#commitSkips()
          this.#mode = undefined
          return undefined
        }
        this.#mode = 'skip'
        return undefined
      case 'next':
        // "Left out on 20 December, next on 17 January".
        if (this.#mode === 'move') return this.#fail()
        this.#commitSkips()
        this.#mode = undefined
        this.#ended = true
        return undefined
      case 'move':
        this.#mode = 'move'
        return undefined
      case 'held':
        if (this.#mode === 'skip' || this.#pending.length !== 1) this.#fail()
        this.#mode = 'move'
        return undefined
      case 'time':
        return this.#time(token.time)
      case 'anchor':
        this.#isRange = this.#mode !== 'move'
        return undefined
      case 'to':
      case 'until':
        if (this.#mode !== 'move') this.#openRange()
        return undefined
      case 'mark':
        if (token.mark === '-' || token.mark === '–' || token.mark === '—') this.#openRange()
        return undefined
      case 'filler':
        if (token.text === 'and' && this.#isRange) this.#openRange()
        return undefined
      case 'ordinals':
        if (this.#nth) return undefined
        return this.#fail()
      case 'risk':
        if (token.text === 'between') {
          this.#isRange = true
          return undefined
        }
        if (token.text === 'instead') return undefined
        return this.#fail()
      case 'word':
        return undefined
      default:
        return this.#fail()
    }
  }

  #fail() {
    this.result.understood = false
  }

  #openRange() {
    if (this.#pending.length === 0) return this.#fail()
    this.#rangeOpen = true
  }

  #date(words: DateWords, index: number) {
    if (words.month === undefined) {
      this.#year = words.year
      return
    }
    const next = this.#tokens[index + 1]
    if (words.days === undefined && next?.kind === 'ordinals') {
      this.#nth = {month: words, start: index}
      return
    }
    const dates = this.#datesOf(words)
    if (dates.length === 0) return this.#fail()
    const [first] = dates
    if (this.#weekday && first && weekdayOf(first.from) !== this.#weekday) this.#fail()
    this.#weekday = undefined
    for (const each of dates) this.#add(each)
  }

  #add(date: Pending) {
    if (this.#mode === 'move' && this.#pending.length === 1) return this.#move(date.from, undefined)
    const last = this.#pending.at(-1)
    if (this.#rangeOpen && last) {
      last.to = date.to
      this.#rangeOpen = false
      this.#isRange = false
      if (last.to < last.from) this.#fail()
      return
    }
    this.#pending.push(date)
  }

  #datesOf(words: DateWords): Pending[] {
    const {month = 1, days, span} = words
    if (days === undefined) {
      // "No meetings in August" is every August, unless a year is near.
      const year = words.year ?? this.#year
      const last = year === undefined || this.#isRange ? undefined : lastDayOf({year, month})
      return last === undefined ? [] : [{from: `${last.slice(0, 8)}01`, to: last}]
    }
    const dates = days.map((day) => this.#resolve(words, month, day))
    if (dates.includes(undefined)) return []
    const known = dates.filter((each) => each !== undefined)
    const [first, last] = [known[0], known.at(-1)]
    if (span && first && last) return [{from: first, to: last}]
    return known.map((date) => ({from: date, to: date}))
  }

  #resolve({year}: DateWords, month: number, day: number): string | undefined {
    const written = year ?? this.#year ?? this.#nearYear(month, day)
    return dateText(written, month, day)
  }

  /** Without a year it is near the date written next to it, or the next one from today. */
  #nearYear(month: number, day: number): number {
    const near = this.#tokens.flatMap((token) =>
      token.kind === 'date' && token.date.year !== undefined && token.date.month !== undefined
        ? [
            Temporal.PlainDate.from({
              year: token.date.year,
              month: token.date.month,
              day: token.date.days?.[0] ?? 1,
            }),
          ]
        : [],
    )[0]
    const today = Temporal.PlainDate.from(this.#today)
    const around = near ?? today
    const options = [-1, 0, 1].map((step) =>
      Temporal.PlainDate.from({year: around.year + step, month, day}),
    )
    if (!near) {
      return (
        options.find((each) => Temporal.PlainDate.compare(each, today) >= 0)?.year ?? today.year
      )
    }
    const distance = (date: Temporal.PlainDate) => Math.abs(near.until(date).days)
    return options.reduce((best, each) => (distance(each) < distance(best) ? each : best)).year
  }

  #day(token: Extract<Token, {kind: 'weekday'}>, index: number) {
    const nth = this.#nth
    const ordinals = this.#tokens[index - 1]
    if (nth && ordinals?.kind === 'ordinals') {
      this.#nth = undefined
      return this.#nthDay(nth.month, ordinals.ordinals[0] ?? 1, token.weekdays[0])
    }
    const next = this.#tokens
      .slice(index + 1)
      .find(({kind, text}) => kind !== 'filler' && text !== ',')
    if (next?.kind !== 'date' || !next.date.days) return this.#fail()
    this.#weekday = token.weekdays[0]
    return undefined
  }

  /** "The June second Friday". */
  #nthDay({year, month = 1}: DateWords, nth: number, weekday: Weekday | undefined) {
    const written = year ?? this.#year
    const last = written === undefined ? undefined : lastDayOf({year: written, month})
    if (last === undefined || weekday === undefined) return this.#fail()
    const all = Array.from({length: Number(last.slice(8))}, (_, index) => index + 1)
      .map((day) => `${last.slice(0, 8)}${String(day).padStart(2, '0')}`)
      .filter((date) => weekdayOf(date) === weekday)
    const date = all.at(nth > 0 ? nth - 1 : nth)
    if (date === undefined) return this.#fail()
    this.#add({from: date, to: date})
  }

  #time(time: string) {
    const [only] = this.#pending
    if (this.#mode === 'move' && only && this.#pending.length === 1)
      return this.#move(only.from, time)
    if (this.#moved?.kind === 'moved') {
      this.#moved.toTime = time
      this.#moved = undefined
      return undefined
    }
    return this.#fail()
  }

  #move(toDate: string, toTime: string | undefined) {
    const [only] = this.#pending
    if (!only || only.from !== only.to) return this.#fail()
    const moved: CadenceException = {
      kind: 'moved',
      date: only.from,
      toDate,
      ...(toTime && {toTime}),
    }
    this.result.exceptions.push(moved)
    this.#moved = moved
    this.#pending = []
    this.#mode = undefined
    return undefined
  }

  #commitSkips() {
    for (const {from, to} of this.#pending) {
      if (from === to) this.result.exceptions.push({kind: 'skipped', date: from})
      else this.result.breaks.push({from, to})
    }
    this.#pending = []
  }
}

/**
 * Reads the words about dates that are off or moved: "left out on 25 December 2026", "no meetings from 22
 * December 2025 to 2 January 2026", "28 May 2026 moved to 4 June 2026".
 */
export function readExceptions(tokens: readonly Token[], today: string): ExceptionsRead {
  return new ExceptionsReader(tokens, today).read()
}
