import type {Rule} from './finding.ts'
import {seriesQuery} from '../reading/seriesQuery.ts'
import {textsOf} from '../reading/textsOf.ts'

/** Reports a region in a session's text that its series doesn't serve. */
export const regionInTextRule = {
  code: 'region-contradicts-series',
  query: seriesQuery,
  check: ({title, summary, edition}, {others: [series]}) => {
    const regions = series?.['regions']
    if (!Array.isArray(regions) || regions.length === 0) return []
    return textsOf({title, summary, edition}).flatMap(({value, path}) => {
      const named = [...value.matchAll(/\b(?:APAC|EMEA|AMER)\b/g)].map(([region]) => region)
      const unserved = named.filter((region) => !regions.includes(region))
      if (unserved.length === 0) return []
      const message = `The text mentions ${unserved.join(' and ')}, but the series is for ${regions.join(' and ')}. Choose another series or correct the text.`
      return [{level: 'warning' as const, path, message}]
    })
  },
} as const satisfies Rule
