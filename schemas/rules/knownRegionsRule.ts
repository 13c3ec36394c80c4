import {communityAmong, communityQuery, regionsOf} from '../reading/community.ts'
import {stringsIn} from '../reading/stored.ts'
import type {Rule} from './finding.ts'

/** Reports a region of a series that the community does not list. A community without regions lists none. */
export const knownRegionsRule = {
  code: 'unknown-region',
  query: () => communityQuery(),
  check: ({regions}, {others}) => {
    const known = regionsOf(communityAmong(others)).map(({code}) => code)
    if (known.length === 0) return []
    return stringsIn(regions).flatMap((code, index) => {
      if (known.includes(code)) return []
      const message = `The community has no region “${code}”, so pages cannot show its local time. Choose ${known.join(', ')}, or add the region to the community.`
      return [{level: 'warning' as const, path: ['regions', index], message}]
    })
  },
} as const satisfies Rule
