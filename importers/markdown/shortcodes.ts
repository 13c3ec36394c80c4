/** A call of a Hugo shortcode, `{{< wg-card title="…" >}}`. */
export interface Shortcode {
  type: 'shortcode'
  name: string
  /** By name; positional ones by their place, from '0'. */
  parameters: Record<string, string>
  /** 1-based. */
  line: number
  /** As written. */
  text: string
}

// It ends before the next one opens, and after so many pieces: a page of openings without an end would
// otherwise be read from each of them to its end (100 kB took 8 s).
const call =
  /\{\{([<%])\s*(\/?[^\s>%"`]+)((?:"(?:[^"\\]|\\.){0,2000}"|`[^`]{0,2000}`|(?!\{\{[<%])[^"`]){0,2000}?)[>%]\}\}/g
const parameter = /(?:([\w-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|([^\s"`=]+))/g

/**
 * Takes the shortcodes out of a page: a Markdown parser would read the `>}}` that ends one as the start of
 * a quotation. Their place is left blank, so that lines keep their numbers.
 *
 * Reads both delimiters, quoted, raw and bare parameters, named or positional, over several lines, as
 * Hugo's documentation on calling shortcodes has them.
 */
export function takeShortcodes(text: string): {text: string; shortcodes: Shortcode[]} {
  const shortcodes: Shortcode[] = []
  const rest = text.replaceAll(
    call,
    (whole: string, _delimiter: string, name: string, parameters: string, offset: number) => {
      // `{{</* x */>}}` is how Hugo's own documentation shows a shortcode without calling it.
      if (name.startsWith('/*')) return whole
      const line = text.slice(0, offset).split('\n').length
      shortcodes.push({type: 'shortcode', name, parameters: read(parameters), line, text: whole})
      return whole.replaceAll(/[^\n]/g, ' ')
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
