/**
 * Names all that the button creates, also a new organization that is nearly the same as another one.
 *
 * @example createText(['Dana Wang', 'Acme'], false) // 'Create “Dana Wang” and “Acme”'
 */
export function createText(names: readonly string[], exists: boolean): string {
  return names.length === 0 ? 'Create' : `Create ${exists ? 'another ' : ''}${quoted(names)}`
}

/** @example planSentence(['Dana Wang', 'Acme']) // 'New: “Dana Wang” and “Acme”. …' */
export function planSentence(names: readonly string[]): string {
  return `New: ${quoted(names)}. Publish also publishes ${names.length === 1 ? 'it' : 'them'}.`
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(' and ')
}
