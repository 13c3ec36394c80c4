/**
 * Reads a color as people write it, with or without #, in three or six digits.
 *
 * @returns `#rrggbb` in lowercase, or undefined
 * @example readColor('0B5') // '#00bb55'
 */
export function readColor(text: string): string | undefined {
  const digits = /^#?(?<digits>[0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.groups?.['digits']
  if (digits === undefined) return undefined
  const six = digits.length === 6 ? digits : digits.replaceAll(/./g, '$&$&')
  return `#${six.toLowerCase()}`
}
