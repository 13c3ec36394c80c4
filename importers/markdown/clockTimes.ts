import {zoneMeaning} from '@touchpoints/calendar/rhythm'

import {shortZones} from './shortZones.ts'

export interface WrittenZone {
  name: string
  /** IANA ids, the most usual one first. Empty when no clock with this name is known. */
  candidates: readonly string[]
}

/** A time of day on a page. */
export interface ClockTime {
  /** `HH:MM`, 24 hours. */
  time: string
  /** As on the page, without its zone. */
  written: string
  /** Length, if the words have an end. */
  minutes?: number
  zone?: WrittenZone
  /** The written time when no clock shows it, such as "18:00 PM". */
  impossible?: string
}

const half = String.raw`(?:\s*([ap])\.?(?:m\b\.?)?(?![a-z]))?`
const clock = String.raw`(\d{1,2})(?:[:.h](\d{2}))?${half}`
const pattern = new RegExp(
  String.raw`(?<![\d.:-])(?<!\d/)(?:${clock}(?:\s*(?:to|-|–|—|until|till)\s*${clock})?|([01]\d|2[0-3])([0-5]\d)(?=\s*(?:h\b|hrs?\b|\(?(?:utc|gmt|z)\b)))(?!\d|[/-]\d)`,
  'gi',
)

/**
 * Finds the times of day in a text, each with its zone: "5:30 to 6:30 pm CET", "12:00 PM GMT", "09:00 IST
 * (03:30 UTC)", "18:00 PM" or "1700 UTC". A number alone is no time.
 */
export function clockTimes(text: string): ClockTime[] {
  return [...text.matchAll(pattern)].flatMap((match): ClockTime[] => {
    const [matched, hour, minute, noon, endHour, endMinute, endNoon, joinedHour, joinedMinute] =
      match
    const zone = zoneAfter(text.slice(match.index + matched.length))
    if (joinedHour !== undefined) {
      return [{time: `${joinedHour}:${joinedMinute}`, written: matched, ...(zone && {zone})}]
    }
    const isTime = [minute, noon, endMinute, endNoon].some((part) => part !== undefined)
    const start = minutesOf(hour, minute, noon ?? endNoon)
    if (!isTime || start === undefined) return []
    const end = endHour === undefined ? undefined : minutesOf(endHour, endMinute, endNoon)
    const isImpossible = noon !== undefined && Number(hour) > 12
    return [
      {
        time: `${String(Math.floor(start / 60)).padStart(2, '0')}:${String(start % 60).padStart(2, '0')}`,
        written: matched,
        ...(end !== undefined && {minutes: (end - start + 1440) % 1440 || 60}),
        ...(zone && {zone}),
        ...(isImpossible && {impossible: matched.trim()}),
      },
    ]
  })
}

function minutesOf(hour = '', minute = '00', noon?: string): number | undefined {
  const [h, m] = [Number(hour), Number(minute)]
  if (h > 23 || m > 59) return undefined
  const hours = noon === undefined || h > 12 ? h : (h % 12) + (noon.toLowerCase() === 'p' ? 12 : 0)
  return hours * 60 + m
}

/** Words in capitals behind a time that name no zone. */
const noZone = /^(?:AM|PM|TBA|TBD|RSVP|OSPO|APAC|EMEA|AMER|LATAM|MENA|Q|QA)$/

/** Returns the zone that follows a time, if one does. */
function zoneAfter(text: string): WrittenZone | undefined {
  const following =
    /^\s*(?:h\b|hrs?\b|o.clock\b)?\s*[([]?\s*([^()[\],;|\n]{1,40})/i.exec(text)?.[1] ?? ''
  return zoneAtStart(following)
}

/** Returns the zone that a text starts with. Unknown abbreviations are zones without a meaning. */
export function zoneAtStart(text: string): WrittenZone | undefined {
  const words = text.trim().split(/\s+|\/(?=\s|\d)/)
  for (let count = Math.min(words.length, 4); count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ').replace(/[.:]$/, '')
    const meaning = zoneMeaning(name)
    if (!meaning) continue
    const candidates = meaning.kind === 'ambiguous' ? meaning.candidates : [meaning.timeZone]
    return {name, candidates}
  }
  const [first = ''] = words
  const name = first.replace(/[.:]$/, '')
  if (/^(?:[A-Z]{2,5}|(?:UTC|GMT)[+-]\S+)$/.test(name) && !noZone.test(name)) {
    return {name, candidates: []}
  }
  return undefined
}

/** Returns the zone in the words of a heading or a column: "Time (GMT)", "all times in Central European Time". */
export function zoneIn(written: string): WrittenZone | undefined {
  const text = shortZones(written)
  const quoted = /[([“"]([^()[\]“”"]{2,40})[)\]”"]/.exec(text)?.[1]
  const named = /\b(?:times?|hours?|all) (?:are |is )?(?:in|as) ([^().,;]{2,40})/i.exec(text)?.[1]
  const abbreviation = /\b(?:[A-Z]{1,3}[SD]?T|UTC|GMT|UTC[+-]\d{1,2}|GMT[+-]\d{1,2})\b/.exec(
    text,
  )?.[0]
  for (const part of [quoted, named, abbreviation]) {
    const zone =
      part === undefined ? undefined : zoneAtStart(part.replace(/^(?:all )?times? (?:in )?/i, ''))
    if (zone && zone.candidates.length > 0) return zone
  }
  return undefined
}
