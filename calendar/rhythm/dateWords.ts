import type {DateWords, Meaning} from './token.ts'

const months =
  'january february march april may june july august september october november december'.split(' ')

/** Matches a month. "may" and "mar" are words too, so short names need a capital letter. */
const month =
  '(?:[Jj]anuary|[Ff]ebruary|[Mm]arch|[Aa]pril|May|[Jj]une|[Jj]uly|[Aa]ugust|[Ss]eptember|[Oo]ctober|[Nn]ovember|[Dd]ecember|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)(?![\\p{L}\\p{N}])'
const year = '(?:19|20)\\d{2}(?!\\d)'
/** No day number: the hour of a time, such as the 10 of "February 13, 10:00". */
const noTime = '(?![\\d]|[:.]\\d|\\s?[ap]\\.?m)'
const day = `\\d{1,2}(?:st|nd|rd|th)?${noTime}`
const days = `${day}(?:\\s?(?:,? (?:and|&) |, |-|–| to | through )(?:the )?${day})*`

/** Patterns of dates, with the parts in named groups. */
export const datePatterns = [
  '(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})(?:T[\\d:.]+Z?)?(?!\\d)',
  `(?:the )?(?<d>${days}) (?:of )?(?<name>${month})(?:,? (?<y>${year}))?`,
  `(?<name>${month}) (?:the )?(?<d>${days})(?:,? (?<y>${year}))?`,
  `(?:the )?(?<name>${month})(?: of)?,? (?<y>${year}) \\(?the (?<d>${days})\\)?`,
  `(?:the )?(?<end>end of )?(?<name>${month})(?:,? (?<y>${year}))?`,
  `(?:the )?(?<end>end of )?(?<y>${year})`,
] as const

/** Returns the date of a match of {@link datePatterns}, or undefined for numbers that are no date. */
export function dateMeaning(
  groups: Readonly<Record<string, string | undefined>>,
): Meaning | undefined {
  const {y, m, d, name, end} = groups
  const number = name === undefined ? Number(m ?? 0) : monthOf(name)
  const written = d?.match(/\d{1,2}/g)?.map(Number) ?? []
  if (written.some((each) => each < 1 || each > 31) || number > 12) return undefined
  const date: DateWords = {
    ...(y !== undefined && {year: Number(y)}),
    ...(number > 0 && {month: number}),
    ...(written.length > 0 && {days: written}),
    ...(d !== undefined && /-|–| to | through /.test(d) && {span: true}),
    ...(end !== undefined && {atEnd: true}),
  }
  return {kind: 'date', date}
}

function monthOf(name: string): number {
  return months.findIndex((each) => each.startsWith(name.toLowerCase().slice(0, 3))) + 1
}
