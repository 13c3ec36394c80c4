/** A call of a Hugo shortcode, `{{< wg-card title="…" >}}`. */
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
  return {text: rest, shortcodes}
}

function read(text: string): Record<string, string> {
  const entries = [...text.matchAll(parameter)].map((match, index) => {
    const [, name = String(index), quoted, raw, bare] = match
    return [name, quoted?.replaceAll(/\\(.)/g, '$1') ?? raw ?? bare ?? ''] as const
  })
  return Object.fromEntries(entries)
}
