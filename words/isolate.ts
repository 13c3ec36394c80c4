/** A letter that is written from left to right, or a digit next to one. */
const leftToRight =
  /\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u

/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (UAX #9). */
const [open, close] = ['\u2068', '\u2069']

/**
 * Isolates texts of another direction, such as an English title in an Arabic sentence. Without it, the
 * punctuation next to the title moves to its other end.
 */
export function isolate<Values extends object>(values: Values): Values {
  const texts = Object.entries(values).filter(
    ([, value]) => typeof value === 'string' && leftToRight.test(value),
  )
  return {
    ...values,
    ...Object.fromEntries(texts.map(([name, text]) => [name, open + text + close])),
  }
}
