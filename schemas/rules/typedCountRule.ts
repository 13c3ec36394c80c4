import type {Rule} from './finding.ts'
import {textsOf} from '../reading/textsOf.ts'

const counted =
  /\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?!\s+of\b)(?:\s*\(\d+\))?\s+(?:[\w-]+\s+){0,2}?(?:working groups?|touchpoints|recordings|calendars|series)\b/i

/** Counts on the page follow its lists; one typed into a text is wrong with the next document. */
export const typedCountRule = {
  code: 'count-in-prose',
  check: (document) =>
    textsOf(document).flatMap(({value, path}) => {
      const [count] = counted.exec(value) ?? []
      if (count === undefined) return []
      const message = `“${count}” must be changed by hand whenever the list does: leave the count out, the page shows it.`
      return [{level: 'warning' as const, path, message}]
    }),
} as const satisfies Rule
