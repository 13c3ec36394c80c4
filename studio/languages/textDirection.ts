/** Returns the direction of a language's script, for the `dir` attribute of an input. */
export function textDirection(tag: string): 'ltr' | 'rtl' {
  try {
    const {script} = new Intl.Locale(tag).maximize()
    return script !== undefined && rightToLeft.has(script) ? 'rtl' : 'ltr'
  } catch {
    return 'ltr'
  }
}

// ISO 15924 codes of the scripts in use that are written from right to left.
const rightToLeft = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
])
