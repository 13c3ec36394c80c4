import {isTimeZone} from '../time/isTimeZone.ts'
import {abbreviations, adjectives, cities, countries, largeCountries, names} from './zoneNames.ts'

/** What a written zone can mean. */
export type ZoneMeaning =
  | {
      /** A place, with its summer time. */
      kind: 'place'
      timeZone: string
    }
  | {
      /** An offset such as `UTC+8`: the same all year. */
      kind: 'offset'
      timeZone: string
    }
  | {
      /** Several clocks have this name, such as IST. The author has to choose. */
      kind: 'ambiguous'
      /** IANA ids, the most usual one first. */
      candidates: readonly string[]
    }

/**
 * Returns what the written name of a zone means, or undefined for a name that is not known.
 *
 * It accepts IANA ids, abbreviations, offsets, and names of clocks, cities and countries. A name of
 * standard time or summer time, such as CET or EDT, is ambiguous: people use it all year for a place, or
 * to the letter.
 *
 * @example
 * zoneMeaning('US Eastern') // {kind: 'place', timeZone: 'America/New_York'}
 * zoneMeaning('UTC+8') // {kind: 'offset', timeZone: 'Etc/GMT-8'}
 * zoneMeaning('IST') // {kind: 'ambiguous', candidates: ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin']}
 */
export function zoneMeaning(written: string): ZoneMeaning | undefined {
  const text = written.trim().replaceAll(/\s+/g, ' ')
  return offsetMeaning(text) ?? idMeaning(text) ?? pairMeaning(text) ?? wordMeaning(text)
}

function wordMeaning(text: string): ZoneMeaning | undefined {
  const candidates = own(abbreviations, text.toUpperCase())
  if (candidates) return meaningOf(candidates)
  const key = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ (-]+(?:us|u\.s\.)(?: and | ?& ?| ?\/ ?)canada\)?$/, '')
    .replace(/^(?:the|us|u\.s\.) /, '')
    .replace(/(?: standard| daylight| summer)? (?:time(?: zone)?|clock)$/, '')
  const adjective = key === text.toLowerCase() ? undefined : own(adjectives, key)
  const place =
    adjective ?? own(names, key) ?? own(countries, key) ?? own(cities, key) ?? cityZones().get(key)
  if (place !== undefined) return {kind: 'place', timeZone: place}
  const several = own(largeCountries, key)
  return several && {kind: 'ambiguous', candidates: several}
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function meaningOf(candidates: readonly string[]): ZoneMeaning {
  const [timeZone = 'UTC', ...others] = candidates
  if (others.length > 0) return {kind: 'ambiguous', candidates}
  return {kind: timeZone.startsWith('Etc/') ? 'offset' : 'place', timeZone}
}

/** "CET/CEST" and "PST/PDT" name both halves of the year, and so the clock of a place. */
function pairMeaning(text: string): ZoneMeaning | undefined {
  const [, first = '', second = ''] = /^([A-Z]{3,4}) ?\/ ?([A-Z]{3,4})$/i.exec(text) ?? []
  const [a, b] = [first, second].map((each) => own(abbreviations, each.toUpperCase()) ?? [])
  const shared = a?.filter((each) => b?.includes(each)) ?? []
  return shared[0] === undefined ? undefined : {kind: 'place', timeZone: shared[0]}
}

function idMeaning(text: string): ZoneMeaning | undefined {
  if (/^us\//i.test(text)) return wordMeaning(`US ${text.slice(3)}`)
  if (!/^[A-Za-z]+\/[A-Za-z]/.test(text) || !isTimeZone(text)) return undefined
  return {kind: text.startsWith('Etc/') ? 'offset' : 'place', timeZone: text}
}

/** Places that keep a clock of half or quarter hours all year. `Etc` has full hours only. */
const partialHours: Readonly<Record<string, string>> = {
  '+03:30': 'Asia/Tehran',
  '+04:30': 'Asia/Kabul',
  '+05:30': 'Asia/Kolkata',
  '+05:45': 'Asia/Kathmandu',
  '+06:30': 'Asia/Yangon',
  '+08:45': 'Australia/Eucla',
  '+09:30': 'Australia/Darwin',
}

function offsetMeaning(text: string): ZoneMeaning | undefined {
  if (/^(?:utc|z|coordinated universal time|universal time|zulu)(?: time)?$/i.test(text)) {
    return {kind: 'place', timeZone: 'UTC'}
  }
  const match = /^(?:utc|gmt)? ?([+\-−–±]) ?(\d{1,2})(?::?(\d{2}))?$/i.exec(text)
  if (!match) return undefined
  const [, sign = '+', hours = '0', minutes = '00'] = match
  const [plus, hour] = [sign === '+' || sign === '±', Number(hours)]
  if (minutes === '00') {
    if (hour === 0) return {kind: 'offset', timeZone: 'UTC'}
    // The sign of these ids is reversed (POSIX): Etc/GMT-8 is eight hours ahead of UTC.
    const timeZone = `Etc/GMT${plus ? '-' : '+'}${hour}`
    return isTimeZone(timeZone) ? {kind: 'offset', timeZone} : undefined
  }
  const place = own(partialHours, `${plus ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`)
  return place === undefined ? undefined : {kind: 'offset', timeZone: place}
}

let zonesByCity: Map<string, string> | undefined

/** Last parts of IANA ids that are English words, or no city. */
const notCities = new Set('center easter troll casey davis eucla knox central north utc'.split(' '))

/** The cities of the IANA ids that this runtime lists, in lower case. */
function cityZones(): ReadonlyMap<string, string> {
  zonesByCity ??= new Map(
    Intl.supportedValuesOf('timeZone')
      .filter((id) => id.includes('/') && !id.startsWith('Etc/'))
      .map((id) => [(id.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase(), id] as const)
      .filter(([city]) => city.length > 3 && !notCities.has(city)),
  )
  return zonesByCity
}
