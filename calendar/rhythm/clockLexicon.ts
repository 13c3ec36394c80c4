import {exact, phrase, type LexicalRule} from './lexicalRule.ts'
import {numberOf, numberPattern} from './numberWords.ts'
import {clockPattern, fourDigits, timeMeaning, timePattern} from './timeWords.ts'
import {minutesBetween} from './rangeMinutes.ts'
import type {Token} from './token.ts'
import {zoneMeaning} from './zoneWords.ts'

/** "et" and "pt" are zones after a time, and words elsewhere. */
const afterTime = (before: Token | undefined) => before?.kind === 'time'

function zoneRule(source: string, mayPrecede = true): LexicalRule {
  return exact(source, ([text], before) => {
    if (!mayPrecede && !afterTime(before)) return undefined
    const zone = zoneMeaning(text)
    if (zone && isRangeOrOffset(text, before)) return {kind: 'risk', strong: true}
    return zone && {kind: 'zone', zone}
  })
}

/** "10:00 UTC-11:00" is an hour long, or eleven hours behind UTC. */
function isRangeOrOffset(text: string, before: Token | undefined): boolean {
  const [, hour, minute] = /[−–-](\d{1,2}):(\d{2})$/.exec(text) ?? []
  if (hour === undefined || minute === undefined || before?.kind !== 'time') return false
  return before.minutes === undefined && minutesBetween(before.time, `${hour}:${minute}`) <= 180
}

const capitalized = '\\p{Lu}\\p{L}+'
const region =
  '(?:asia[ /-]pacific|apac|emea|amer|latam|(?:north |south )?americas?|asia|europe|africa|oceania)'

/** IANA ids, and regions: these are for whom a meeting is, and no zone. */
export const placeRules: readonly LexicalRule[] = [
  zoneRule('[A-Z][A-Za-z]+(?:/[A-Za-z_+-]+\\d{0,2}){1,2}'),
  phrase(
    `(?:for )?(?:the )?${region}(?:(?:,| and|/| &) ?(?:the )?(?:${region}|pacific))*(?! time)`,
    {
      kind: 'filler',
    },
  ),
]

const amount = `(?:half an|an?|one|${numberPattern})[ -]?(?:and a half )?(?:minutes?|mins?|hours?|hrs?|h|days?|weeks?)`

/** Durations, times and zones. */
export const clockRules: readonly LexicalRule[] = [
  // Durations.
  phrase(`(?:${amount}) (?:later|earlier)`, {kind: 'risk', strong: true}),
  phrase(
    `(?:within|at least) (?:${amount})|(?:${amount}) (?:in advance|before(?:hand)?|prior|ahead|after(?:wards)?|early|notice)`,
    {kind: 'leadTime'},
  ),
  phrase(
    `(?:meetings?|calls?|sessions?|it|they|each) (?:will |can )?lasts?(?= (?:for )?(?:up to )?${amount})`,
    {kind: 'filler'},
  ),
  phrase(`(?:for )?up to(?= ${amount})`, {kind: 'filler'}),
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
  phrase(`(?:12 )?(?:noon|midday) ?(?:-|–|—|to|until) ?${clockPattern}`, ([, ...groups]) =>
    timeMeaning(['12', '00', 'p', ...groups]),
  ),
  phrase(`${clockPattern} ?(?:-|–|—|to|until) ?(?:12 )?(?:noon|midday)`, ([, ...groups]) =>
    timeMeaning([...groups.slice(0, 1), groups[1] ?? '00', groups[2], '12', '00', 'p']),
  ),
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
  // "10-12 UTC": full hours need a zone behind them.
  {
    pattern: new RegExp(
      `(\\d{1,2}) ?(?:-|–|—|to) ?(\\d{1,2})(?= ?(?:UTC|GMT|CES?T|EES?T|[ECMP][SD]?T|[A-Z][a-z]+/[A-Z])(?![\\p{L}\\p{N}]))`,
      'uy',
    ),
    meaning: ([, start, end]) => timeMeaning([start, '00', undefined, end, '00', undefined]),
  },
  phrase('(\\d{1,2})h', ([, hour = '']) => timeMeaning([hour, '00'])),
  phrase('(?:12 )?noon|midday', {kind: 'time', time: '12:00'}),
  phrase('(?:12 )?midnight', {kind: 'time', time: '00:00', isMidnight: true}),
  phrase("(\\d{1,2}) o[’']clock", {kind: 'impossibleTime'}),
  // Zones.
  // "10:00 UTC - 11:00" is a range: a minus between spaces is no sign.
  zoneRule('(?:UTC|GMT|Z)?(?:\\s?\\+\\s?|\\s?[−–±-])\\d{1,2}(?::?\\d{2})?', false),
  zoneRule('(?:UTC|GMT)(?:\\s?\\+\\s?|\\s?[−–±-])\\d{1,2}(?::?\\d{2})?'),
  // An offset that no zone has, such as UTC-3:30, must not become UTC and another time.
  exact('(?:UTC|GMT)[+−–±-]\\d{1,2}(?::?\\d{2})?', {kind: 'risk', strong: true}),
  zoneRule('[A-Z]{3,4} ?/ ?[A-Z]{3,4}'),
  zoneRule(
    '(?:[Tt]he )?(?:US[ /])?(?:[Cc]entral|[Ee]astern|[Ww]estern) [Ee]urope(?:an)?(?: [Ss]tandard| [Ss]ummer)?(?: [Tt]ime)?',
  ),
  zoneRule(
    '(?:(?:US|U\\.S\\.)[ /-])?(?:Pacific|Mountain|Central|Eastern)(?: (?:[Ss]tandard|[Dd]aylight))?(?: [Tt]ime)?(?:(?: -)? \\(?(?:US|U\\.S\\.)(?: and | ?& ?| ?/ ?)Canada\\)?)?',
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
]
