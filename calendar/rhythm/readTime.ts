/** Words of half a day, by the hours that they hold. Letters with accents are written without them. */
const morning =
  'am|a\\. ?m\\.?|in the morning|morning|de la manana|du matin|matin|morgens|vormittags|fruh|午前|上午|早上|凌晨|朝|صباحا|ص'
const evening =
  'pm|p\\. ?m\\.?|in the (?:afternoon|evening)|at night|afternoon|evening|de la tarde|de la noche|de l.apres-midi|du soir|soir|nachmittags|abends?|午後|下午|晚上|傍晚|夜|مساء|م'

const wholeDays = {
  noon: '(?:12 ?)?(?:noon|midday)|mittags?|mediodia|midi|正午|中午|الظهر',
  midnight: '(?:12 ?)?midnight|mitternachts?|medianoche|minuit|真夜中|午夜|منتصف الليل',
} as const

// Without a separator, the last two digits are minutes: 930 is 09:30, and 18 is 18:00.
const hour = '\\d{1,2}'
const separated = '\\s*(?:[:.]|h(?:rs?|ours)?(?![a-z])|h(?=\\d)|uhr|heures?|horas?|[時时点點])'
const minutes = '\\s*(?<minute>\\d\\d|半)?\\s*分?'
const unit = '(?:\\s*(?:h(?:rs?|ours)?|uhr|o.clock))?'
const timePattern = new RegExp(
  `^(?:(?<beforeNoon>${morning})|(?<afterNoon>${evening}))?\\s*(?<hour>${hour})(?:${separated}${minutes}|(?<joined>\\d\\d))?${unit}\\s*(?:(?<am>${morning}|a)|(?<pm>${evening}|p))?$`,
)

/**
 * Reads a time of day as people type it. Returns `HH:MM`, or undefined if it is not a time.
 *
 * An hour without minutes is a full hour. AM and PM may have periods and spaces. Noon, midnight and the
 * halves of the day may be in each language that pages have.
 *
 * @example readTime('6 pm') // '18:00'
 * @example readTime('1800') // '18:00'
 * @example readTime('18h30') // '18:30'
 * @example readTime('18 Uhr') // '18:00'
 */
export function readTime(text: string): string | undefined {
  const typed = foldedText(text).trim()
  if (new RegExp(`^(?:${wholeDays.noon})$`).test(typed)) return '12:00'
  if (new RegExp(`^(?:${wholeDays.midnight})$`).test(typed)) return '00:00'
  const parts = timePattern.exec(typed)?.groups
  if (!parts) return undefined
  const {minute = parts['joined'] ?? '00'} = parts
  const isMorning = (parts['beforeNoon'] ?? parts['am']) !== undefined
  const isEvening = (parts['afterNoon'] ?? parts['pm']) !== undefined
  const written = Number(parts['hour'])
  // "18 Uhr abends" says the same thing twice. "18 pm" is a mistake, and so is "0 am".
  const isTwice = isEvening && written > 12 && !/[ap]\.?\s?m?\.?$/.test(typed)
  const isHalf = (isMorning || isEvening) && !isTwice
  const hours = isHalf ? twelveHour(written, isEvening) : written
  const past = minute === '半' ? 30 : Number(minute)
  if (hours === undefined || hours > 23 || past > 59) return undefined
  return `${String(hours).padStart(2, '0')}:${String(past).padStart(2, '0')}`
}

/** Patterns of a half of the day, which can be apart from the hour: "tomorrow evening at 8". */
export const halfDays = {morning, evening} as const

/**
 * Patterns of a time within other words, the longest first. A number alone is the last one: it can be
 * an hour or a day.
 */
export const timePieces = {
  whole: `(?:${wholeDays.noon}|${wholeDays.midnight})`,
  clock: [
    `(?:(?:${morning}|${evening})\\s*)?${hour}${separated}\\s*(?:\\d\\d(?!\\d)|半)?(?:\\s*分)?${unit}(?:\\s*(?:${morning}|${evening}))?`,
    `(?:${morning}|${evening})\\s*${hour}(?![\\d:.])`,
    `${hour}(?:\\d\\d)?\\s*(?:${morning}|${evening})`,
    `${hour}\\s*(?:o.clock|hours|hrs?)`,
    '(?:[01]\\d|2[0-3])[0-5]\\d(?:\\s*(?:h|hrs?|hours|uhr))?',
  ],
} as const

/**
 * Returns a text in lower case, without accents on Latin letters, and with the digits 0 to 9. It is as long
 * as the text in its composed form, so that a place in one is the same place in the other.
 */
export function foldedText(text: string): string {
  return Array.from(composed(text), (letter) => {
    const bare = /^\p{Script=Latin}/u.test(letter)
      ? letter.normalize('NFD').replaceAll(/\p{M}/gu, '')
      : letter
    const small = bare.toLowerCase()
    return small.length === letter.length ? small : letter
  }).join('')
}

/** Returns a text with full-width and Arabic digits as 0 to 9, one space between words and no marks of vowels. */
export function composed(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u064B-\u0652\u200E\u200F\u061C]/g, '')
    .replaceAll(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
    .replaceAll(/[\s\u00A0]+/g, ' ')
    .trim()
}

function twelveHour(written: number, afternoon: boolean): number | undefined {
  if (written < 1 || written > 12) return undefined
  return (written % 12) + (afternoon ? 12 : 0)
}
