/** The first letter of a text, if it is not of a script that is written from right to left. */
const leftToRight =
  /^\P{L}*(?!\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana})\p{L}/u

/** A program that makes a link of an address would include the isolate's end in it. */
const address = /^[a-z]+:\/\/\S+$/i

/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (UAX #9). */
const [open, close] = ['\u2068', '\u2069']

/**
 * Isolates texts that start from left to right, such as an English title in an Arabic sentence. Without
 * it, the punctuation next to the title moves to its other end.
 */
export function isolate<Values extends object>(values: Values): Values {
  const texts = Object.entries(values).filter(
    ([, value]) => typeof value === 'string' && leftToRight.test(value) && !address.test(value),
  )
  return {
    ...values,
    ...Object.fromEntries(texts.map(([name, text]) => [name, open + text + close])),
  }
}
