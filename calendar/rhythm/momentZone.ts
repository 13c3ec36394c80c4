import {wallClock} from '../time/wallClock.ts'
import type {readLanguages} from './dayNames.ts'
import {gap} from './findDay.ts'
import {foldedText} from './readTime.ts'
import {zoneMeaning} from './zoneWords.ts'

/** A zone in words, with what it can mean. */
export interface NamedZone {
  name: string
  /** IANA ids. Empty for an offset that no fixed zone has, such as `UTC+13:45`. */
  candidates: readonly string[]
  /** `+13:45`, if the name is an offset. It can also say which clock a place has on that day. */
  offset?: string
}

/** The zones in words, and what is not understood. */
export interface FoundZones {
  zones: readonly NamedZone[]
  unknown: readonly string[]
}

/** Words beside a day, a time and a place that change nothing, without accents, by language. */
const fillersOf = {
  en: 'at|on|in|the|of|time|o.clock|from|for|starting|start|starts|and|with|local|clock|wall',
  de: 'um|am|im|den|der|die|uhr|zeit',
  es: 'a|las|la|el|del|de|en|hora|horas|hour|hours|h',
  fr: 'le|les|du|au|heure|heures',
  ja: 'に|の|で|時間',
  zh: '时间|在|的',
  ar: 'في|الساعة|يوم|بتوقيت|على',
} as const satisfies Record<(typeof readLanguages)[number], string>
const fillers = Object.values(fillersOf).join('|')
const leading = new RegExp(`^(?:(?:${fillers})(?![\\p{L}\\p{N}])|[.,;:()·/—–-])\\s*`, 'u')
const trailing = new RegExp(`\\s*(?:(?<![\\p{L}\\p{N}])(?:${fillers})|[.,;:()·/—–-])$`, 'u')

/**
 * Finds the zones in what is left of the words.
 *
 * @param rest - folded text with gaps
 * @param words - the text as written, of the same length
 */
export function findZones(rest: string, words: string): FoundZones {
  const zones: NamedZone[] = []
  const unknown: string[] = []
  for (const match of rest.matchAll(new RegExp(`[^${gap},;()]+`, 'g'))) {
    const name = words.slice(match.index, match.index + match[0].length).trim()
    const candidates = candidatesIn(name)
    if (candidates) zones.push({name: candidates.name, candidates: candidates.ids})
    else if (withoutFillers(name) !== '') unknown.push(withoutFillers(name))
  }
  return {zones, unknown}
}

function candidatesIn(name: string): {name: string; ids: readonly string[]} | undefined {
  for (let text = name; text !== '';) {
    const meaning = zoneMeaning(text.replace(/^'|[.']$/g, ''))
    if (meaning) {
      return {
        name: text,
        ids: meaning.kind === 'ambiguous' ? meaning.candidates : [meaning.timeZone],
      }
    }
    const shorter = withoutFiller(text)
    if (shorter === text) return undefined
    text = shorter
  }
  return undefined
}

/** Removes one filler at a time: "la" is an article, and a part of "La Paz". */
function withoutFiller(text: string): string {
  const folded = foldedText(text)
  const before = leading.exec(folded)?.[0].length ?? 0
  if (before > 0) return text.slice(before)
  const after = trailing.exec(folded)?.[0].length ?? 0
  return after > 0 ? text.slice(0, -after).trim() : text
}

function withoutFillers(text: string): string {
  const shorter = withoutFiller(text)
  return shorter === text ? text : withoutFillers(shorter)
}

/** Whether two zones have the same clock in winter and in summer of that year. */
export function haveSameClock(a: string, b: string, year: string): boolean {
  return ['01', '04', '07', '10'].every((month) => {
    const instant = `${year}-${month}-15T12:00:00Z`
    return wallClock(instant, a).offset === wallClock(instant, b).offset
  })
}
