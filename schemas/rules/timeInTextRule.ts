import type {Rule} from './finding.ts'
import {textsOf} from '../reading/textsOf.ts'

/** Clocks that change twice a year, by the name of one half of it. A full hour before them is a time. */
const seasonal =
  'CES?T|MES?Z|HNEC|HAEC|EES?T|WES?T|GMT|BST|[ECMP][SD]T|AK[SD]T|IST|JST|AES?T|AE[SD]T|AC[SD]T|NZ[SD]T|CLS?T'
/** Names of clocks that are also words or initials, so they need minutes, AM, PM or an hour word before them. */
const clocks = `${seasonal}|ET|CT|MT|PT|AET|NZT|A[SD]T|N[SD]T|BRT|HST|MSK|SGT|HKT|KST|SAST|WAT|EAT`
const half = String.raw`(?:[aApP]\.?\s?[mM]\b\.?)`
const hourWord = String.raw`(?:[hH](?:rs?|ours?)?|[uU]hr|[hH]eures?|[hH]oras?|o.clock)`
const range = String.raw`(?:\s*(?:-|–|—|to|bis|a|à)\s*\d{1,2}(?:[:.h]\d{2})?)?`

/** A time of day with the name of a clock, such as "17:30 CET", "Noon GMT", "5pm ET" or "17 Uhr MEZ". */
const abbreviated: readonly RegExp[] = [
  new RegExp(String.raw`\b\d{1,2}(?:[:.h]\d{2})?\s*(?:${half}\s*)?(?:${seasonal})\b`),
  new RegExp(
    String.raw`\b\d{1,2}(?:(?:[:.h]\d{2})${range}\s*${half}?|${range}\s*${half}|\s*${hourWord})\s*\(?(?:${clocks})\b`,
  ),
  new RegExp(
    String.raw`\b(?!202\d)(?:[01]\d|2[0-3])[0-5]\d\s*(?:${hourWord}\s*)?(?:${seasonal})\b`,
  ),
  new RegExp(
    String.raw`\b(?:[Nn]oon|[Mm]idday|[Mm]idnight|[Mm]ittags?|[Mm]itternacht|[Mm]ediod[ií]a|[Mm]edianoche|[Mm]idi|[Mm]inuit)\s*\(?(?:${clocks})\b`,
  ),
  new RegExp(String.raw`(?:\d{1,2}[時时点]半?(?:\d{1,2}分)?|正午|中午)\s*\(?(?:${clocks})\b`),
]
const impossible: readonly RegExp[] = [
  /\b(?:1[3-9]|2[0-3])[:.]\d{2}\s*[ap]\.?\s?m\b\.?/i,
  // "20 PM" in capitals can also be people.
  /\b(?:1[3-9]|2[0-3])\s*[ap]\.?m\b\.?/,
  /\b0{1,2}(?:[:.]\d{2})\s*p\.?\s?m\b\.?/i,
  /\b(?:2[4-9])[:.][0-5]\d\s*(?:uhr|h\b|[ap]\.?m\b|UTC|CES?T|GMT)/i,
]

/**
 * Reports a time of day with a zone abbreviation, or an invalid time, in a text.
 *
 * The page shows the time of the schedule in each visitor's own time zone. A time in a text becomes
 * wrong when the clocks change: "CET" is wrong for half the year.
 */
export const timeInTextRule = {
  code: 'time-in-text',
  check: (document) =>
    textsOf(document).flatMap(({value, path}) => {
      const impossibleTime = firstMatch(impossible, value)
      if (impossibleTime !== undefined) {
        const message = `“${impossibleTime}” is not a valid time. Remove it, because the page shows the time of the schedule. Or use the 24-hour clock without AM or PM, such as 18:00.`
        return [{level: 'warning' as const, path, message}]
      }
      const time = firstMatch(abbreviated, value)
      if (time === undefined) return []
      const message = `“${time}” becomes wrong when the clocks change. Remove it, because the page shows the time in each visitor’s time zone. Or name a place, such as “17:30 in Madrid”.`
      return [{level: 'warning' as const, path, message}]
    }),
} as const satisfies Rule

function firstMatch(patterns: readonly RegExp[], text: string): string | undefined {
  return patterns.flatMap((pattern) => pattern.exec(text)?.[0] ?? [])[0]?.trim()
}
