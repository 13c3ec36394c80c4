/** A fact in the raw text of a page, with the forms in which a plan may have it. */
export interface TextFact {
  written: string
  forms: readonly string[]
}

const months =
  'January February March April May June July August September October November December'.split(' ')

/**
 * Returns the links, mail addresses, channels, names of people and dates in the raw text of a page, matched with
 * patterns. It shares no code with the importer, so that it finds facts that an import loses.
 */
export function factsInText(markdown: string): TextFact[] {
  const links = matches(markdown, /https?:\/\/[^\s)>"\]]+/g).map((link) => ({
    written: link,
    forms: [video(link) ?? link, `${link}/`],
  }))
  const plain = markdown.replaceAll(/\]\([^)]*\)/g, ']').replaceAll(/https?:\/\/\S+/g, '')
  const words = [
    ...matches(plain, /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g),
    ...matches(plain, /(?<![\w/&])#[a-z][\w-]+/g),
    ...names(plain),
  ].map((written) => ({written, forms: [written]}))
  return [...links, ...words, ...dates(plain)]
}

function video(link: string): string | undefined {
  return /youtu\.be\/([\w-]{11})/.exec(link)?.[1] ?? /[?&]list=([\w-]+)/.exec(link)?.[1]
}

/** Two words in capitals behind the words that name people. */
function names(text: string): string[] {
  const person = /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/gu
  return text
    .split('\n')
    .filter((line) =>
      /speaker|guest|chair|lead|moderator|secretary|presenter|member|—|\||by /i.test(line),
    )
    .flatMap((line) => matches(line, person))
    .filter((name) => !/meeting|notes|times?\b|group|channel|repo|list|day$/i.test(name))
}

function dates(text: string): TextFact[] {
  const iso = matches(text, /\b20\d\d-\d\d-\d\d\b/g).map((date) => ({written: date, forms: [date]}))
  const spelled = [...text.matchAll(/\b(\p{Lu}\p{Ll}{2,8}) (\d{1,2}),? (20\d\d)\b/gu)].flatMap(
    ([written, month = '', day = '', year = '']) => {
      const index = months.findIndex((name) => name.startsWith(month))
      const pad = (value: number | string) => String(value).padStart(2, '0')
      return index < 0 ? [] : [{written, forms: [written, `${year}-${pad(index + 1)}-${pad(day)}`]}]
    },
  )
  return [...iso, ...spelled]
}

function matches(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([match]) => match))]
}
