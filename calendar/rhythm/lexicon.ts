import {clockRules, placeRules} from './clockLexicon.ts'
import {dateMeaning, datePatterns} from './dateWords.ts'
import {exact, type LexicalRule} from './lexicalRule.ts'
import {remarkRules} from './remarkLexicon.ts'
import {rhythmRules} from './rhythmLexicon.ts'

const dateRules: readonly LexicalRule[] = datePatterns.map((source) =>
  exact(source, ({groups, 0: text, index, input}) => {
    // A year can be the time of a zone: "2000 UTC".
    const isTime =
      /^\d{4}$/.test(text) && /^ ?(?:UTC|GMT|[A-Z]{2,4}T)\b/.test(input.slice(index + 4))
    return isTime ? undefined : dateMeaning({...groups})
  }),
)

/** The phrases that the reader knows, in the order in which they are tried. */
export const lexicon: readonly LexicalRule[] = [
  ...placeRules,
  ...dateRules,
  ...clockRules,
  ...rhythmRules,
  ...remarkRules,
]
