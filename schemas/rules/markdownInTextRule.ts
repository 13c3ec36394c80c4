import type {Rule} from './finding.ts'
import {textsOf} from '../reading/textsOf.ts'

/** Links in Markdown, also with a title or a space before the address, to a reference, and in HTML. */
const markup: readonly RegExp[] = [
  /\[[^\][]*\](?:| (?=\(\s*(?:https?:|www\.|[./#]|\))))\(\s*(?:[^()\s]+(?:\s+(?:"[^"]*"|'[^']*'))?)?\s*\)/,
  /\[[^\][]+\]\[[\w -]+\]/,
  /<a\s[^>]*href\s*=\s*(?:"[^"]*"|'[^']*')[^>]*>/i,
]

/** Reports a Markdown link in a text. The page would show its brackets. */
export const markdownInTextRule = {
  code: 'markdown-in-text',
  check: (document) =>
    textsOf(document).flatMap(({value, path}) => {
      const [markdown] = markup.flatMap((pattern) => pattern.exec(value)?.[0] ?? [])
      if (markdown === undefined) return []
      const message = /\(\s*\)$|=\s*(?:""|'')/.test(markdown)
        ? `“${markdown}” is a link without a target. Remove it, or add the link in its own field.`
        : `“${markdown}” is Markdown or HTML, so the page would show it as it is written. Add the link with the editor or in its own field.`
      return [{level: 'warning' as const, path, message}]
    }),
} as const satisfies Rule
