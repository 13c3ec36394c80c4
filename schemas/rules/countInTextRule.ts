import {communityAmong, communityQuery} from '../reading/community.ts'
import {fieldsOf, textOf, type StoredDocument} from '../reading/stored.ts'
import {textsOf} from '../reading/textsOf.ts'
import type {Rule} from './finding.ts'

/** What pages list, in words that texts of every community use. */
const listed = [
  'working groups?|touchpoints|recordings|calendars|series|sessions|meetings',
  'grupos de trabajo|grabaciones|calendarios|sesiones|reuniones',
  'groupes de travail|enregistrements|calendriers|séances|réunions',
  'Arbeitsgruppen|Aufzeichnungen|Aufnahmen|Kalender|Reihen|Treffen',
]

/**
 * Reports a count in a text of the meetings page, also of what the community calls by its own words. It
 * becomes wrong with the next document.
 */
export const countInTextRule = {
  code: 'count-in-text',
  query: () => communityQuery(),
  check: (document, {others}) => {
    const counted = countOf([...listed, ...ownWords(communityAmong(others))])
    return textsOf(document).flatMap(({value, path}) => {
      const [count] = counted.exec(value) ?? []
      if (count === undefined) return []
      const message = `“${count}” becomes wrong when the list changes. Remove the count, because the page shows the current one.`
      return [{level: 'warning' as const, path, message}]
    })
  },
} as const satisfies Rule

/** Numbers in the languages that pages have. */
const numberWords = [
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty',
  '(?:half )?a dozen|dozens of',
  'dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|una docena de',
  'deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|une douzaine de',
  'zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|ein Dutzend',
]

/** Matches a number before one of these nouns, with at most two words in between. */
function countOf(nouns: readonly string[]): RegExp {
  const number = `(?:\\d{1,3}\\+?|${numberWords.join('|')})`
  return new RegExp(
    String.raw`\b${number}(?![\p{L}\p{N}])(?!\s+of\b)(?:\s*\(\d+\))?\s+(?:[\p{L}\p{N}-]+\s+){0,2}?(?:${nouns.join('|')})(?![\p{L}\p{N}])`,
    'iu',
  )
}

/** Returns the community's own words for what pages list, in the plural, as parts of an expression. */
function ownWords(community: StoredDocument | undefined): string[] {
  const {session, series, group} = fieldsOf(community?.['vocabulary'])
  return [session, series, group].flatMap((term) => {
    const plural = textOf(fieldsOf(term)['plural'])
    return plural === undefined ? [] : [plural.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`)]
  })
}
