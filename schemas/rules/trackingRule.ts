import {linksOf} from '../reading/linksOf.ts'
import type {Rule} from './finding.ts'
import {withoutTracking} from './links/withoutTracking.ts'

/** Reports a link with parameters that identify who shared or followed it. */
export const trackingRule = {
  code: 'tracking-parameters',
  check: (document) =>
    linksOf(document).flatMap(({value, path}) => {
      const {link, removed} = withoutTracking(value)
      if (removed.length === 0) return []
      const message = `This link contains ${removed.join(' and ')}, which only identifies who shared it. Use ${link}`
      return [{level: 'warning' as const, path, message}]
    }),
} as const satisfies Rule
