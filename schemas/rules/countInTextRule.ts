import type {Rule} from './finding.ts'
import {textsOf} from '../reading/textsOf.ts'

const counted =
  /\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?!\s+of\b)(?:\s*\(\d+\))?\s+(?:[\w-]+\s+){0,2}?(?:working groups?|touchpoints|recordings|calendars|series)\b/i

/** Reports a count in a text of the meetings page. It becomes wrong with the next document. */
export const countInTextRule = {
  code: 'count-in-text',
  check: (document) =>
    textsOf(document).flatMap(({value, path}) => {
      const [count] = counted.exec(value) ?? []
      if (count === undefined) return []
      const message = `“${count}” becomes wrong when the list changes. Remove the count, because the page shows the current one.`
      return [{level: 'warning' as const, path, message}]
    }),
} as const satisfies Rule
