import type {Rule} from './finding.ts'
import {textsOf} from '../reading/textsOf.ts'

/** Reports a Markdown link in a text. The page would show its brackets. */
export const markdownInTextRule = {
  code: 'markdown-in-text',
  check: (document) =>
    textsOf(document).flatMap(({value, path}) => {
      const [markdown] = /\[[^\][]*\]\([^()\s]*\)/.exec(value) ?? []
      if (markdown === undefined) return []
      const message = markdown.endsWith('()')
        ? `“${markdown}” is a link without a target. Remove it, or add the link in its own field.`
        : `“${markdown}” is Markdown, so the page would show the brackets. Add the link with the editor or in its own field.`
      return [{level: 'warning' as const, path, message}]
    }),
} as const satisfies Rule
