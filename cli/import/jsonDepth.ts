/**
 * Returns how deeply objects and arrays are nested in a JSON text. Stops above `max`.
 *
 * Reads the text before it is parsed, because a deeply nested value overflows the stack of the code that
 * walks or prints it. A loop and not a pattern: V8 overflows its stack on a string of some megabytes.
 *
 * @example jsonDepth('{"a": [1]}', 64) // 2
 */
export function jsonDepth(text: string, max: number): number {
  let depth = 0
  let deepest = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '"') at = endOfString(text, at)
    else if (character === '{' || character === '[') {
      depth += 1
      deepest = Math.max(deepest, depth)
      if (deepest > max) return deepest
    } else if (character === '}' || character === ']') depth -= 1
  }
  return deepest
}

/** Returns the position of the quote that ends a string. Brackets inside a string do not nest. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at
  }
  return text.length
}
