import type {Rule} from './finding.ts'
import {textsOf} from '../reading/textsOf.ts'

const abbreviated =
  /\b\d{1,2}(?:[:.]\d{2})?\s*(?:[aApP]\.?[mM]\.?\s*)?(?:CES?T|EES?T|WES?T|GMT|BST|[ECMP][SD]T|IST|JST|AES?T)\b/
const impossible = /\b(?:1[3-9]|2[0-3])[:.]\d{2}\s*[ap]\.?m\b/i

/**
 * Times stand in the schedule, from where each visitor sees them in their own zone. In a text they go
 * stale when the clocks change: "CET" is wrong for half the year.
 */
export const timeInProseRule = {
  code: 'time-in-prose',
  check: (document) =>
    textsOf(document).flatMap(({value, path}) => {
      const [impossibleTime] = impossible.exec(value) ?? []
      if (impossibleTime !== undefined) {
        const message = `“${impossibleTime}” is no time of day: leave the time to the schedule, or write 24 hours without AM and PM.`
        return [{level: 'warning' as const, path, message}]
      }
      const [time] = abbreviated.exec(value) ?? []
      if (time === undefined) return []
      const message = `“${time.trim()}” is wrong when the clocks change: leave the time to the schedule, which is shown in each visitor’s own zone, or name a place instead of a zone’s abbreviation.`
      return [{level: 'warning' as const, path, message}]
    }),
} as const satisfies Rule
