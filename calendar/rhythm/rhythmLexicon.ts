import {weekdays, type Weekday} from '../time/recurrence.ts'
import {anyDay, dayNames} from './dayWords.ts'
import {phrase, wordEnd, type LexicalRule} from './lexicalRule.ts'
import {nthOf, numberOf, numberPattern, ordinalOf, ordinalPattern} from './numberWords.ts'
import type {Meaning} from './token.ts'

const every = '(?:once )?(?:every|each)'
const unit = '(week|month|quarter|year)s?'
const range = '(?:-|–|—| - | – | to | through )'
const dayList = '\\d{1,2}(?:st|nd|rd|th)(?:(?:,? (?:and|&) |, ?)(?:the )?\\d{1,2}(?:st|nd|rd|th))*'

function weekdayOfName(name: string): Weekday | undefined {
  return weekdays.find((each) => each === name.slice(0, 2).toUpperCase())
}

function weekdaySpan(first: string, last: string): Meaning | undefined {
  const [from, to] = [first, last].map((name) => weekdayOfName(name))
  if (from === undefined || to === undefined) return undefined
  const [start, finish] = [weekdays.indexOf(from), weekdays.indexOf(to)]
  if (finish <= start) return undefined
  return {kind: 'weekday', weekdays: weekdays.slice(start, finish + 1), plural: true}
}

function rhythm(name: string, interval: number, explicit = true): Meaning | undefined {
  const base = name.toLowerCase()
  if (base === 'year') return {kind: 'rhythm', unit: 'month', interval: 12 * interval, explicit}
  const known = (['week', 'month', 'quarter'] as const).find((each) => each === base)
  return known && interval > 0 ? {kind: 'rhythm', unit: known, interval, explicit} : undefined
}

function days(count: number): Meaning | undefined {
  return count % 7 === 0 ? rhythm('week', count / 7) : {kind: 'risk', strong: true}
}

function ordinalList(text: string): Meaning | undefined {
  const found = text.match(new RegExp(ordinalPattern, 'giu')) ?? []
  const ordinals = found.map((word) => ordinalOf(word))
  if (ordinals.includes(undefined)) {
    const numbers = found.map((word) => nthOf(word))
    return numbers.some((each) => each > 31) ? undefined : {kind: 'dayNumber', days: numbers}
  }
  return {
    kind: 'ordinals',
    ordinals: ordinals.filter((each) => each !== undefined),
    digits: /^\d/.test(text),
  }
}

const weekdayAhead = `(?= (?:${dayNames})${wordEnd})`
const ordinals = `${ordinalPattern}(?:(?:,? (?:and|&|or) |, ?| ?[/&] ?)(?:the )?${ordinalPattern})*`

/** Days, ordinals, intervals, odd and even weeks, turns and sessions. */
export const rhythmRules: readonly LexicalRule[] = [
  phrase('odd(?:[ -]numbered)?(?: iso| calendar)* weeks?', {
    kind: 'parity',
    unit: 'week',
    parity: 'odd',
  }),
  phrase('even(?:[ -]numbered)?(?: iso| calendar)* weeks?', {
    kind: 'parity',
    unit: 'week',
    parity: 'even',
  }),
  phrase('odd(?:[ -]numbered)? months?', {kind: 'parity', unit: 'month', parity: 'odd'}),
  phrase('even(?:[ -]numbered)? months?', {kind: 'parity', unit: 'month', parity: 'even'}),
  // Days of the month and weeks.
  phrase(
    `on (?:the )?(${dayList})(?! ?(?:,|and|&|/) ?(?:the )?\\d)(?! (?:${anyDay}|business|working|week))`,
    ([, list = '']) => ({
      kind: 'dayNumber',
      days: (list.match(/\d+/g) ?? []).map(Number),
    }),
  ),
  phrase(`(?:on )?(?:the )?days? (\\d{1,2})`, ([, day = '']) => ({
    kind: 'dayNumber',
    days: [Number(day)],
  })),
  phrase(
    `(?:the )?(?:(${numberPattern}) days?|days?) (after|before)(?= (?:the )?(?:${ordinalPattern}))`,
    ([, count, side = '']) => ({
      kind: 'relativeDay',
      days: count === undefined ? 1 : numberOf(count),
      side: side.toLowerCase() === 'after' ? 'after' : 'before',
    }),
  ),
  phrase(`(after|before)(?= (?:the )?(?:${ordinalPattern}) (?:${dayNames}))`, ([, side = '']) => ({
    kind: 'relativeDay',
    days: null,
    side: side.toLowerCase() === 'after' ? 'after' : 'before',
  })),
  // Rhythms.
  phrase(`none on (?:a|the) fifth`, {kind: 'filler'}),
  phrase(`(?:${every} other|alternat(?:e|ing)) ${unit}`, ([, name = '']) => rhythm(name, 2)),
  phrase(`(?:${every} other|(?:on )?alternat(?:e|ing))${weekdayAhead}`, () => rhythm('week', 2)),
  phrase(`${every} (${ordinalPattern}) ${unit}(?! of)`, ([, nth = '', name = '']) =>
    rhythm(name, nthOf(nth)),
  ),
  phrase(`${every} (${ordinalPattern})${weekdayAhead}`, ([, nth = '']) => {
    const value = nthOf(nth)
    if (value > 1) return {kind: 'everyNth', nth: value}
    const ordinal = ordinalOf(nth)
    return ordinal && {kind: 'ordinals', ordinals: [ordinal], digits: false}
  }),
  phrase(`${every} (${numberPattern})[ -]days?`, ([, count = '']) => days(numberOf(count))),
  phrase(`${every} (${numberPattern})[ -]${unit}`, ([, count = '', name = '']) =>
    rhythm(name, numberOf(count)),
  ),
  phrase(`(${numberPattern})-weekly`, ([, count = '']) => rhythm('week', numberOf(count))),
  phrase(`(?:bi[ -]?weekly)`, {
    kind: 'rhythm',
    unit: 'week',
    interval: 2,
    explicit: true,
    twice: 'possible',
  }),
  phrase(`(?:${every} )?fortnight(?:ly)?`, () => rhythm('week', 2)),
  phrase(`(?:bi[ -]?monthly)`, {
    kind: 'rhythm',
    unit: 'month',
    interval: 2,
    explicit: true,
    twice: 'possible',
  }),
  phrase(`semi[ -]?weekly|(?:twice|two times) (?:a|per|each|every) week|twice weekly`, {
    kind: 'rhythm',
    unit: 'week',
    interval: 1,
    explicit: true,
    twice: 'sure',
  }),
  phrase(`semi[ -]?monthly|(?:twice|two times) (?:a|per|each|every) month|twice monthly`, {
    kind: 'rhythm',
    unit: 'month',
    interval: 1,
    explicit: true,
    twice: 'sure',
  }),
  phrase(`semi-?annual(?:ly)?|half-yearly|(?:twice|two times) (?:a|per|each|every) year`, {
    kind: 'rhythm',
    unit: 'month',
    interval: 6,
    explicit: true,
  }),
  phrase(
    `(?:(?:of|in|on) )?(?:the|each|every|a) quarter|quarterly|once (?:a|per) quarter`,
    ([text]) => ({
      kind: 'rhythm',
      unit: 'quarter',
      interval: 1,
      explicit: !/^(?:of|in) /i.test(text),
    }),
  ),
  phrase(`(?:of|in) (?:the|each|every|a) month|per month`, () => rhythm('month', 1, false)),
  phrase(`monthly|(?:once )?(?:every|each|a) month`, () => rhythm('month', 1)),
  phrase(
    `weekly|once (?:a|per) week|(?:every|each|per|a) week(?! (?:before|after|later|earlier|prior|ahead|apart))`,
    () => rhythm('week', 1),
  ),
  phrase(`yearly|annual(?:ly)?|(?:every|each) year|once (?:a|per) year`, () => rhythm('year', 1)),
  phrase(`daily|(?:every|each) day`, {kind: 'weekday', weekdays, plural: true}),
  phrase(
    `(?:every|each|on) (?:weekdays?|workdays?|working days?|business days?)|weekdays|workdays`,
    {kind: 'weekday', weekdays: weekdays.slice(0, 5), plural: true},
  ),
  phrase(`(?:business|working|week)[ -]?days?|workdays?`, {kind: 'businessDay'}),
  phrase(`(?:every|each)${weekdayAhead}`, () => rhythm('week', 1)),
  phrase(
    `(?:both|all|each)${wordEnd} (?:of them )?(?=weekly|every|until|bi[ -]?weekly|monthly)`,
    ([text]) => ({kind: /^each/i.test(text) ? 'each' : 'both'}),
  ),
  // Days.
  phrase(`(${anyDay})\\.?${range}(${anyDay})`, ([, from = '', to = '']) => weekdaySpan(from, to)),
  phrase(`(?:${dayNames})`, ([text]) => {
    const day = weekdayOfName(text)
    return day && {kind: 'weekday', weekdays: [day], plural: /day[’']?s$/i.test(text)}
  }),
  phrase(`(?:the )?first (?:meeting|call|session|one)(?: is| was| will be)?(?: on|:)?(?= ?\\d)`, {
    kind: 'anchor',
  }),
  phrase(ordinals, ([text]) => ordinalList(text)),
  // Several sessions.
  phrase(
    `alternat(?:es?|ing|ely) between|in turn|in rotation|taking turns|takes? turns|alternat(?:es?|ing|ely)|rotat(?:es?|ing)|interleaved`,
    {kind: 'turn'},
  ),
  phrase(
    `(?:in )?(?:the )?(?:(?:weeks|${dayNames}) between(?: those)?|between those|(?:opposite|other|alternate) weeks?)`,
    {kind: 'between'},
  ),
  phrase(`both|all(?= (?:in )?(?:pacific|eastern|us|utc|central))`, {kind: 'both'}),
  phrase(
    `twice(?: on (?:the|that|each|this) (?:same )?day| a day| that day)?|(?:in )?(?:two|2) (?:sessions|slots)|right after it`,
    {kind: 'sessions', count: 2},
  ),
  phrase(`(?:in )?(three|3) (?:sessions|slots)`, {kind: 'sessions', count: 3}),
  phrase(`(${numberPattern}) (?:groups|teams|subgroups|topics|series)`, ([, count = '']) => ({
    kind: 'groups',
    count: numberOf(count),
  })),
  phrase(`two (?:meetings|calls)`, {kind: 'sessions', count: 2}),
]
