import type {Rule} from './finding.ts'
import {textsOf} from '../reading/textsOf.ts'

/** Links are made in the editor; Markdown's stay visible as brackets, and empty ones lead nowhere. */
export const markdownInTextRule = {
  code: 'markdown-in-text',
  check: (document) =>
    textsOf(document).flatMap(({value, path}) => {
      const [markdown] = /\[[^\][]*\]\([^()\s]*\)/.exec(value) ?? []
      if (markdown === undefined) return []
      const message = markdown.endsWith('()')
        ? `“${markdown}” is a link to nowhere: remove it, or add the link in its own field.`
        : `“${markdown}” would be shown as written: make it a link with the editor, or use the field for it.`
      return [{level: 'warning' as const, path, message}]
    }),
} as const satisfies Rule
