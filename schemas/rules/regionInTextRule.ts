import type {Rule} from './finding.ts'
import {seriesQuestion} from '../reading/seriesQuestion.ts'
import {textsOf} from '../reading/textsOf.ts'

/** Regions named in a session's words are regions that its series serves. */
export const regionInTextRule = {
  code: 'region-contradicts-series',
  asks: seriesQuestion,
  check: ({title, summary, edition}, {others: [series]}) => {
    const served = series?.['regions']
    if (!Array.isArray(served) || served.length === 0) return []
    return textsOf({title, summary, edition}).flatMap(({value, path}) => {
      const named = [...value.matchAll(/\b(?:APAC|EMEA|AMER)\b/g)].map(([region]) => region)
      const strange = named.filter((region) => !served.includes(region))
      if (strange.length === 0) return []
      const message = `The text names ${strange.join(' and ')}, but its series is for ${served.join(' and ')}: choose the right series or correct the text.`
      return [{level: 'warning' as const, path, message}]
    })
  },
} as const satisfies Rule
