/** The characters that @sanity/client escapes. It looks up mappings by their text. */
const escapes: Readonly<Record<string, string>> = {
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  "'": "\\'",
  '\\': '\\\\',
}

/** Returns a step of a normalized JSONPath (RFC 9535): `['name']` or `[0]`. */
export function jsonPathStep(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`
  return `['${step.replaceAll(/[\f\n\r\t'\\]/g, (character) => escapes[character] ?? character)}']`
}

/** Returns the step to the item with a `_key`, which has no quote and no backslash. */
export function keyStep(key: string): string {
  return `[?(@._key=='${key}')]`
}
