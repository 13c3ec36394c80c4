import {communityAmong, communityQuery, regionsOf} from '../reading/community.ts'
import {refOf, stringsIn} from '../reading/stored.ts'
import {textsOf} from '../reading/textsOf.ts'
import type {Rule} from './finding.ts'

/** Reports a region of the community in a session's text that its series doesn't serve. */
export const regionInTextRule = {
  code: 'region-contradicts-series',
  query: ({series}) => communityQuery(refOf(series)),
  check: ({title, summary, edition}, {others}) => {
    const series = others.find(({_type}) => _type === 'series')
    const served = stringsIn(series?.['regions'])
    const known = regionsOf(communityAmong(others)).map(({code}) => code)
    if (served.length === 0) return []
    return textsOf({title, summary, edition}).flatMap(({value, path}) => {
      const unserved = known.filter((code) => !served.includes(code) && isNamedIn(value, code))
      if (unserved.length === 0) return []
      const message = `The text mentions ${unserved.join(' and ')}, but the series is for ${served.join(' and ')}. Choose another series or correct the text.`
      return [{level: 'warning' as const, path, message}]
    })
  },
} as const satisfies Rule

/** Long names of the regions that most communities have. */
const longNames: Readonly<Record<string, string>> = {
  AMER: '(?:North |South )?Americas?|Amérique|América|Amerika',
  APAC: 'Asia[ /-]?(?:and )?Pacific|Asie[ -]Pacifique|Asia[ -]Pacífico|Asien[ -]Pazifik',
  EMEA: 'Europe,? (?:the )?Middle East,? (?:and|&) Africa',
  LATAM: 'Latin America|América Latina|Latinoamérica|Amérique latine|Lateinamerika',
}

/**
 * Returns whether a text contains a code as a word of its own, written as the community writes it, or the
 * long name of a usual one. A code
 * has no character that is special in an expression.
 */
function isNamedIn(text: string, code: string): boolean {
  const word = (source: string) => String.raw`(?<![\p{L}\p{N}])(?:${source})(?![\p{L}\p{N}])`
  const long = longNames[code]
  const isShort = new RegExp(word(code), 'u').test(text)
  return isShort || (long !== undefined && new RegExp(word(`${code}|${long}`), 'iu').test(text))
}
