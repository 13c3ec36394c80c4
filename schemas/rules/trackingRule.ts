import {linksOf} from '../reading/linksOf.ts'
import type {Rule} from './finding.ts'
import {withoutTracking} from './links/withoutTracking.ts'

/** Links carry nothing that reports who shared or followed them. */
export const trackingRule = {
  code: 'tracking-parameters',
  check: (document) =>
    linksOf(document).flatMap(({value, path}) => {
      const {link, removed} = withoutTracking(value)
      if (removed.length === 0) return []
      const message = `${removed.join(' and ')} in this link only tells who shared it: use ${link}`
      return [{level: 'warning' as const, path, message}]
    }),
} as const satisfies Rule
