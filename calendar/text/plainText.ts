/**
 * Characters that a text must not contain: control characters (C0 without tab and line breaks, DEL, C1),
 * and the bidirectional embeddings, overrides and isolates. The second kind has effect until it is closed,
 * so a title with one reorders the text after it. The single marks U+200E, U+200F and U+061C stay.
 *
 * Source: Unicode Technical Report 36, section 2.5; Unicode Standard Annex 9, section 2.
 */
const unwanted = /(?![\t\n\r])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/**
 * Removes control characters and bidirectional controls from a text.
 *
 * The result can contain `<` and `&`: each output escapes them for its own format.
 *
 * @example
 * plainText('Call \u202efdp.exe') // 'Call fdp.exe'
 */
export function plainText(text: string): string {
  return text.search(unwanted) < 0 ? text : text.replace(unwanted, '')
}
