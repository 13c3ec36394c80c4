/** One unfolded line of iCalendar text (RFC 5545 section 3.1). Its value is not decoded. */
export interface ContentLine {
  /** Upper case, e.g. `DTSTART`. */
  name: string
  /** Names in upper case, values without quotes. If a name is repeated, the first one is kept. */
  params: ReadonlyMap<string, string>
  value: string
  /** 1-based line of the text where it begins. */
  line: number
}

const noParams: ReadonlyMap<string, string> = new Map()
const caretEscapes = /\^[n'^]/g

/**
 * Splits one unfolded line into name, parameters and value.
 *
 * @returns undefined when it is not a content line: it has no colon, or a name that RFC 5545 forbids.
 */
export function parseContentLine(text: string, line: number): ContentLine | undefined {
  const nameEnd = endOfName(text)
  const name = text.slice(0, nameEnd)
  if (name === '' || nameEnd === text.length) return undefined
  if (text[nameEnd] === ':') {
    return {name: name.toUpperCase(), params: noParams, value: text.slice(nameEnd + 1), line}
  }
  const params = new Map<string, string>()
  let at = nameEnd
  while (text[at] === ';') {
    const end = parameterEnd(text, at + 1)
    addParameter(params, text.slice(at + 1, end))
    at = end
  }
  if (text[at] !== ':') return undefined
  return {name: name.toUpperCase(), params, value: text.slice(at + 1), line}
}

function endOfName(text: string): number {
  let at = 0
  while (at < text.length && isNameChar(text.charCodeAt(at))) at++
  return at
}

/** Returns whether a character can be part of a property or parameter name: a letter, digit or hyphen. */
export function isNameChar(char: number): boolean {
  return (
    (char >= 0x41 && char <= 0x5a) ||
    (char >= 0x61 && char <= 0x7a) ||
    (char >= 0x30 && char <= 0x39) ||
    char === 0x2d
  )
}

/** Returns the end of a parameter: the next `;` or `:` outside double quotes (section 3.2). */
function parameterEnd(text: string, from: number): number {
  let quoted = false
  for (let at = from; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char === 0x22) quoted = !quoted
    else if (!quoted && (char === 0x3a || char === 0x3b)) return at
  }
  return text.length
}

function addParameter(params: Map<string, string>, text: string): void {
  const equals = text.indexOf('=')
  if (equals < 1) return
  const name = text.slice(0, equals).toUpperCase()
  if (params.has(name)) return
  const value = text.slice(equals + 1).replaceAll('"', '')
  // RFC 6868: quotes and line breaks in a parameter are written with a caret.
  params.set(name, value.includes('^') ? value.replaceAll(caretEscapes, unescapeCaret) : value)
}

function unescapeCaret(escape: string): string {
  if (escape === '^n') return '\n'
  return escape === "^'" ? '"' : '^'
}
