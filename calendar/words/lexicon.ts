import {weekdays, type Weekday} from '../time/recurrence.ts'
import {dateMeaning, datePatterns} from './dateWords.ts'
import {nthOf, numberOf, numberPattern, ordinalOf, ordinalPattern} from './numberWords.ts'
import {fourDigits, timeMeaning, timePattern} from './timeWords.ts'
import type {Meaning, Token} from './token.ts'
import {zoneMeaning} from './zoneWords.ts'

/** One kind of phrase. The pattern has to match at the current position. */
export interface LexicalRule {
  pattern: RegExp
  /** Returns undefined when the text means something else after all. */
  meaning: (match: RegExpExecArray, before: Token | undefined) => Meaning | undefined
}

const end = '(?![\\p{L}\\p{N}])'

function phrase(source: string, meaning: Meaning | LexicalRule['meaning']): LexicalRule {
  return {
    pattern: new RegExp(`(?:${source})${end}`, 'iuy'),
    meaning: typeof meaning === 'function' ? meaning : () => meaning,
  }
}

/** A pattern in which capital letters matter: names, months and short weekdays. */
function exact(source: string, meaning: Meaning | LexicalRule['meaning']): LexicalRule {
  return {
    pattern: new RegExp(`(?:${source})${end}`, 'uy'),
    meaning: typeof meaning === 'function' ? meaning : () => meaning,
  }
}

const dayNames =
  '(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tues?|weds?|thurs?|thu|fri|(?-i:Mon|MON|mon(?= ?\\d)|Sat|SAT|Sun|SUN)'
const short = '(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*'
const every = '(?:once )?(?:every|each)'
const unit = '(week|month|quarter|year)s?'
const range = '(?:-|–|—| - | – | to | through )'

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

const weekdayAhead = `(?= (?:${dayNames})${end})`
const ordinals = `${ordinalPattern}(?:(?:,? (?:and|&|or) |, ?| ?[/&] ?)(?:the )?${ordinalPattern})*`

/** "mon 9am" is a day, and "et" after a time a zone, but not elsewhere. */
const afterTime = (before: Token | undefined) => before?.kind === 'time'

function zoneRule(source: string, mayPrecede = true): LexicalRule {
  return exact(source, ([text], before) => {
    if (!mayPrecede && !afterTime(before)) return undefined
    const zone = zoneMeaning(text)
    return zone && {kind: 'zone', zone}
  })
}

const capitalized = '\\p{Lu}\\p{L}+'
const monthAhead = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)'
const dayList = '\\d{1,2}(?:st|nd|rd|th)(?:(?:,? (?:and|&) |, ?)(?:the )?\\d{1,2}(?:st|nd|rd|th))*'
const region =
  '(?:asia[ /-]pacific|apac|emea|amer|latam|(?:north |south )?americas?|asia|europe|africa|oceania)'

/** The phrases that the reader knows, in the order in which they are tried. */
export const lexicon: readonly LexicalRule[] = [
  zoneRule('[A-Z][A-Za-z]+(?:/[A-Za-z_+-]+\\d{0,2}){1,2}'),
  // Regions are for whom a meeting is, and no zone.
  phrase(`(?:for )?(?:the )?${region}(?:(?:,| and|/| &) ?(?:the )?${region})*(?! time)`, {
    kind: 'filler',
  }),
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
  ...datePatterns.map((source) =>
    exact(source, ({groups, 0: text}, before) => {
      // A year may also be the time of a zone: "2000 UTC".
      if (/^\d{4}$/.test(text) && before?.kind === 'number') return undefined
      return dateMeaning({...groups})
    }),
  ),
  // Durations.
  phrase('(?:for )?(?:half an hour|half[ -]hour)(?: long)?', {kind: 'duration', minutes: 30}),
  phrase('(?:for )?(?:an|one|1)[ -]?(?:hour|h|hr)(?: long)?', {kind: 'duration', minutes: 60}),
  phrase('(?:for )?(?:an|one) hour and a half|one and a half hours', {
    kind: 'duration',
    minutes: 90,
  }),
  phrase('(?:for )?(\\d+(?:\\.\\d)?) ?(?:hours|h|hrs)(?: long)?', ([, count = '']) => {
    const minutes = Number(count) * 60
    // "17h" is an hour of the day.
    return minutes > 6 * 60 ? undefined : {kind: 'duration', minutes}
  }),
  phrase(`(?:for )?(${numberPattern}) hours(?: long)?`, ([, count = '']) => ({
    kind: 'duration',
    minutes: numberOf(count) * 60,
  })),
  phrase(`(?:for )?(\\d{1,3})[ -]?(?:minutes?|mins?\\.?|m)(?: long)?`, ([, count = '']) => ({
    kind: 'duration',
    minutes: Number(count),
  })),
  // Times.
  {
    pattern: new RegExp(
      `${fourDigits}(?= ?(?:utc|gmt|[a-z]{2,4}t\\b|hrs?\\b|hours\\b|h\\b))(?: ?(?:hrs?|hours|h)\\b)?`,
      'iuy',
    ),
    meaning: ([, hour, minute]) => ({kind: 'time', time: `${hour}:${minute}`}),
  },
  {
    pattern: new RegExp(`${timePattern}(?:(?![\\p{L}\\p{N}])|(?=Z\\b))`, 'iuy'),
    meaning: ([, ...groups]) => timeMeaning(groups),
  },
  phrase('(\\d{1,2})h', ([, hour = '']) => timeMeaning([hour, '00'])),
  phrase('(?:12 )?noon|midday', {kind: 'time', time: '12:00'}),
  phrase("(\\d{1,2}) o[’']clock", {kind: 'impossibleTime'}),
  // Zones.
  zoneRule('(?:UTC|GMT|Z)?\\s?[+−–±-]\\s?\\d{1,2}(?::?\\d{2})?', false),
  zoneRule('(?:UTC|GMT)\\s?[+−–±-]\\s?\\d{1,2}(?::?\\d{2})?'),
  zoneRule('[A-Z]{3,4} ?/ ?[A-Z]{3,4}'),
  zoneRule(
    '(?:[Tt]he )?(?:US[ /])?(?:[Cc]entral|[Ee]astern|[Ww]estern) [Ee]urope(?:an)?(?: [Ss]tandard| [Ss]ummer)?(?: [Tt]ime)?',
  ),
  zoneRule(
    '(?:(?:US|U\\.S\\.)[ /-])?(?:Pacific|Mountain|Central|Eastern)(?: (?:[Ss]tandard|[Dd]aylight))?(?: [Tt]ime)?',
  ),
  ...[4, 3, 2, 1].map((count) =>
    exact(Array.from({length: count}, () => capitalized).join(' '), ([text], before) => {
      // A surname or a title can be the name of a city, so it needs a time or "in" before it.
      const place = /^(?:time|zone|filler|mark|duration)$/.test(before?.kind ?? '')
      const zone = place && !/^(?:last|second|first)$/i.test(text) ? zoneMeaning(text) : undefined
      return zone && {kind: 'zone', zone}
    }),
  ),
  zoneRule('Z', false),
  zoneRule('(?:ART|CAT|EAT|PET|WEST)', false),
  zoneRule('(?!(?:ART|CAT|EAT|PET|WEST)\\b)[A-Z]{2,4}'),
  // An unknown zone must not be passed over.
  exact('[A-Z]{2,4}T', (_match, before) =>
    afterTime(before) ? {kind: 'risk', strong: true} : undefined,
  ),
  exact('[a-z]{2,4}', ([text], before) => {
    const zone = afterTime(before) ? zoneMeaning(text) : undefined
    return zone && {kind: 'zone', zone}
  }),
  phrase('(?:pacific|mountain|central|eastern|central european)(?: time)?', ([text], before) => {
    const zone = afterTime(before) ? zoneMeaning(text) : undefined
    return zone && {kind: 'zone', zone}
  }),
  exact('\\p{Lu}\\p{L}+ (?:[Ss]tandard |[Dd]aylight |[Ss]ummer )?[Tt]ime', {
    kind: 'risk',
    strong: true,
  }),
  // Days of the month and weeks.
  phrase(
    `on (?:the )?(${dayList})(?! ?(?:,|and|&|/) ?(?:the )?\\d)(?! (?:${short}|business|working|week))`,
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
  phrase(`yearly|annual(?:ly)?|once (?:a|per) year`, () => rhythm('year', 1)),
  phrase(`daily|(?:every|each) day`, {kind: 'weekday', weekdays, plural: true}),
  phrase(
    `(?:every|each|on) (?:weekdays?|workdays?|working days?|business days?)|weekdays|workdays`,
    {kind: 'weekday', weekdays: weekdays.slice(0, 5), plural: true},
  ),
  phrase(`(?:business|working|week)[ -]?days?|workdays?`, {kind: 'businessDay'}),
  phrase(`(?:every|each)${weekdayAhead}`, () => rhythm('week', 1)),
  phrase(
    `(?:both|all|each)${end} (?:of them )?(?=weekly|every|until|bi[ -]?weekly|monthly)`,
    ([text]) => ({kind: /^each/i.test(text) ? 'each' : 'both'}),
  ),
  // Days.
  phrase(`(${short})\\.?${range}(${short})`, ([, from = '', to = '']) => weekdaySpan(from, to)),
  phrase(`(?:${dayNames})`, ([text]) => {
    const day = weekdayOfName(text)
    return day && {kind: 'weekday', weekdays: [day], plural: /days$/i.test(text)}
  }),
  phrase(ordinals, ([text]) => ordinalList(text)),
  // Several sessions.
  phrase(
    `in turn|in rotation|taking turns|takes? turns|alternat(?:es?|ing|ely)|rotat(?:es?|ing)|interleaved`,
    {kind: 'turn'},
  ),
  phrase(
    `(?:in )?(?:the )?(?:(?:weeks|tuesdays) between(?: those)?|between those|(?:opposite|other|alternate) weeks?)`,
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
  // Bounds.
  phrase('until further notice', {kind: 'filler'}),
  phrase('then|afterwards', {kind: 'then'}),
  phrase(`(\\d{1,3}|${numberPattern}) (?:times|sessions|occurrences)(?! a)`, ([, count = '']) => ({
    kind: 'count',
    count: numberOf(count),
  })),
  phrase(
    `(?:(?:is |and )?(?:counted|starting|starts|started|beginning|begins|running|valid|effective) (?:from|on|with|in|at)?|from|since|starting|as of|for(?= (?:19|20)\\d\\d)|first (?:meeting|call)(?: is)? on)`,
    {kind: 'anchor'},
  ),
  phrase(`until|till|through|ending(?: on| in)?|ends(?: on| in)?|up to`, {kind: 'until'}),
  phrase(`to`, {kind: 'to'}),
  phrase(
    `(?:the )?next(?: meeting| call| session| one)?(?: is| will be| takes place)?(?: on|:)?(?= ?(?:the )?(?:${short},? )?(?:\\d|${monthAhead}))`,
    {kind: 'next'},
  ),
  // Exceptions.
  phrase(
    `(?:(?:except|changed|adjusted|moved|not|no (?:meetings?|calls?|sessions?)|skipped|cancell?ed),? )?(?:for|on|during) (?:public |bank |national |us )*holidays`,
    {kind: 'holidays'},
  ),
  phrase(
    `(?:is |are |was |were |be )?(?:left out|skipped|cancell?ed|called off|excluded|not held|dropped|missing|omitted|replaced by[^,;.]*)|(?:there (?:is|are) )?no (?:meetings?|calls?|sessions?)|except(?:ing)?(?: for)?|excluding|without(?= \\d)|skipping|not(?= on )|does not meet|(?:summer |winter |year-end |holiday )?break(?= (?:from|between))`,
    {kind: 'skip'},
  ),
  phrase(`(?:is |are |was |were )?(?:moved|postponed|rescheduled|shifted)`, {kind: 'move'}),
  phrase(`(?:is|was) (?:held )?(?:at|on)`, {kind: 'held'}),
  // Remarks.
  phrase(`(?:another|a second|a separate|a different|working) (?:one|call|meeting|series)s?`, {
    kind: 'anotherMeeting',
  }),
  phrase(
    `the (?:calendar|page|file|site|readme|invite|feed|document|wiki) (?:prints?|says?|shows?|lists?|gives?|reads?|names?)(?: that)?`,
    {kind: 'source'},
  ),
  phrase(`all times (?:are )?(?:in )?`, {kind: 'all'}),
  phrase(`(?:also )?(?:given|written|announced|listed) (?:also )?as|also|i\\.e\\.|equals`, {
    kind: 'also',
  }),
  phrase(
    'every|each|on|at|in|of|the|a|an|and|one|all|always|held|meetings?|meets?|calls?|for|is|it|regular|around the clock|fixed|here|with|day|hour|kept|as',
    {kind: 'filler'},
  ),
  phrase(
    'summer(?: break)?|winter|seasons?|break|vacations?|pause[ds]?|suspended|hiatus|not|no|never|except|unless|skip|cancel|instead|varies|vary|varying|irregular(?:ly)?|sometimes|usually|mostly|occasionally|roughly|approximately|about|tentative(?:ly)?|alternate|opposite|rotate|ended|formerly|none|or|either|only if|daylight|during|depending|odd|even|holidays?|while|terms?|semesters?|half',
    {kind: 'risk', strong: true},
  ),
  phrase(
    'but|before|after|later|earlier|between|instead|other|others|another|same|was|were|will|when|if|previous|old|new|apart|change[ds]?|week|weeks|month|months|days|years?|next|times|that',
    {kind: 'risk', strong: false},
  ),
  phrase(numberPattern, ([text]) => ({kind: /\d/.test(text) ? 'number' : 'word'})),
]
