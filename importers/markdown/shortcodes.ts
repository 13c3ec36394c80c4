/** A call of a Hugo shortcode, `{{< wg-card title="…" >}}`, or a tag of Jekyll, `{% include card.html %}`. */
export interface Shortcode {
  type: 'shortcode'
  name: string
  /** By name. Positional parameters by index, from '0'. */
  parameters: Record<string, string>
  /** 1-based. */
  line: number
  /** As written. */
  text: string
}

// A call ends before the next one opens and has a maximum length. Without the limits, a page of unclosed
// calls was scanned from each of them to its end (100 kB took 8 s).
const call =
  /\{\{([<%])\s*(\/?[^\s>%"`]+)((?:"(?:[^"\\]|\\.){0,2000}"|`[^`]{0,2000}`|(?!\{\{[<%])[^"`]){0,2000}?)[>%]\}\}/g
const liquid =
  /\{%-?\s*([a-z_]\w*)((?:(?!\{%|%\})[\s\S]){0,2000}?)-?%\}|\{\{-?\s*((?:(?!\{\{|\}\})[^<%\n]){1,300}?)\s*-?\}\}/g
const parameter = /(?:([\w-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|([^\s"`=]+))/g

/**
 * Extracts the shortcodes of a page, because a Markdown parser would read their `>}}` as the start of a
 * quotation. Leaves blanks in their place, so that lines keep their numbers.
 *
 * Supports both delimiters, and quoted, raw and bare parameters, named or positional, on several lines, as
 * described in Hugo's documentation on calling shortcodes.
 */
export function extractShortcodes(text: string): {text: string; shortcodes: Shortcode[]} {
  const shortcodes: Shortcode[] = []
  const rest = text.replaceAll(
    call,
    (source: string, _delimiter: string, name: string, parameters: string, offset: number) => {
      // `{{</* x */>}}` shows a shortcode without calling it, as in Hugo's own documentation.
      if (name.startsWith('/*')) return source
      const line = text.slice(0, offset).split('\n').length
      shortcodes.push({type: 'shortcode', name, parameters: read(parameters), line, text: source})
      return source.replaceAll(/[^\n]/g, ' ')
    },
  )
  const withoutLiquid = rest.replaceAll(
    liquid,
    (source: string, tag: string | undefined, parameters = '', output = '', offset: number) => {
      const line = rest.slice(0, offset).split('\n').length
      const name = tag ?? output
      const written = tag === undefined ? {} : read(parameters)
      shortcodes.push({type: 'shortcode', name, parameters: written, line, text: source})
      return source.replaceAll(/[^\n]/g, ' ')
    },
  )
  return {text: withoutLiquid, shortcodes: shortcodes.toSorted((a, b) => a.line - b.line)}
}

function read(text: string): Record<string, string> {
  const entries = [...text.matchAll(parameter)].map((match, index) => {
    const [, name = String(index), quoted, raw, bare] = match
    return [name, quoted?.replaceAll(/\\(.)/g, '$1') ?? raw ?? bare ?? ''] as const
  })
  return Object.fromEntries(entries)
}
