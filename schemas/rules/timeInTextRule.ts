import type {Rule} from './finding.ts'
import {textsOf} from '../reading/textsOf.ts'

const abbreviated =
  /\b\d{1,2}(?:[:.]\d{2})?\s*(?:[aApP]\.?[mM]\.?\s*)?(?:CES?T|EES?T|WES?T|GMT|BST|[ECMP][SD]T|IST|JST|AES?T)\b/
const impossible = /\b(?:1[3-9]|2[0-3])[:.]\d{2}\s*[ap]\.?m\b/i

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
      const [impossibleTime] = impossible.exec(value) ?? []
      if (impossibleTime !== undefined) {
        const message = `“${impossibleTime}” is not a valid time. Remove it, because the page shows the time of the schedule. Or use the 24-hour clock without AM or PM, such as 18:00.`
        return [{level: 'warning' as const, path, message}]
      }
      const [time] = abbreviated.exec(value) ?? []
      if (time === undefined) return []
      const message = `“${time.trim()}” becomes wrong when the clocks change. Remove it, because the page shows the time in each visitor’s time zone. Or name a place, such as “17:30 in Madrid”.`
      return [{level: 'warning' as const, path, message}]
    }),
} as const satisfies Rule
