/**
 * Decodes the character references of HTML: numeric ones, and the named ones of HTML 4 for Latin letters and
 * punctuation. Others stay as they are.
 *
 * A reference without a semicolon is read before anything but a letter, a digit or `=`, so that `?a=1&copy=2`
 * in a link keeps its parameter. A browser does the same in an attribute (HTML standard, "named character
 * reference state"). Our own, because the package for it would be the twenty-first that a site installs.
 *
 * @example
 * decodeEntities('R&amp;D &ndash; &#8364; 5') // 'R&D – € 5'
 */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replaceAll(reference, decodeOne) : text
}

const reference = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]{1,7}))(?:;|(?![\da-z=]))/gi

function decodeOne(
  written: string,
  hexadecimal: string | undefined,
  decimal: string | undefined,
  name: string | undefined,
): string {
  if (name === undefined)
    return fromCode(parseInt(hexadecimal ?? decimal ?? '', hexadecimal ? 16 : 10))
  const decoded = named.get(name)
  if (decoded === undefined) return written
  return written.endsWith(';') || withoutSemicolon.has(name) ? decoded : written
}

/** Pages written on Windows have its codes for quotes and dashes. The HTML standard reads them so. */
const windows = new TextDecoder('windows-1252')

function fromCode(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return windows.decode(Uint8Array.of(code))
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : '\uFFFD'
}

/** The names of U+00A0 to U+00FF, in this order. */
const latin = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 ' +
  'acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml ' +
  'Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde ' +
  'Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ' +
  'ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide ' +
  'oslash ugrave uacute ucirc uuml yacute thorn yuml'
).split(' ')

const ascii = [
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
] as const

const punctuation = [
  ['apos', "'"],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['sbquo', '‚'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bdquo', '„'],
  ['bull', '•'],
  ['hellip', '…'],
  ['euro', '€'],
  ['trade', '™'],
  ['larr', '←'],
  ['rarr', '→'],
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
  ['thinsp', '\u2009'],
  ['zwnj', '\u200C'],
  ['zwj', '\u200D'],
] as const

const legacy: readonly (readonly [string, string])[] = [
  ...latin.map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
  ...ascii,
  // Upper case, as pages of the nineties have them.
  ...ascii.map(([name, character]) => [name.toUpperCase(), character] as const),
  ['COPY', '©'],
  ['REG', '®'],
]
/** Old names, which HTML also reads without a semicolon. */
const withoutSemicolon: ReadonlySet<string> = new Set(legacy.map(([name]) => name))
const named: ReadonlyMap<string, string> = new Map([...legacy, ...punctuation])
