import type {Card} from './card.ts'

/** Letters of a title. More would be too small to read. */
const maxTitle = 140
const maxLine = 90

/** Returns a card with texts that fit: short, without emoji, control characters and piled up accents. */
export function cardTexts(card: Card): Card {
  return {
    ...card,
    name: tidy(card.name, maxLine),
    label: tidy(card.label, maxLine),
    title: tidy(card.title, maxTitle),
    detail: tidy(card.detail, maxTitle),
  }
}

/**
 * Returns a card without the texts that the fonts cannot show. A title in another script becomes the date, or the
 * host of the site: an image without a title is better than one with boxes.
 *
 * @param missing - parts of the texts that no font has
 */
export function withoutMissing(card: Card, missing: readonly string[], host: string): Card {
  const letters = new Set(missing.flatMap((part) => Array.from(part)))
  const isShown = (text: string) => Array.from(text).every((letter) => !letters.has(letter))
  const shown = (text: string) => (isShown(text) ? text : '')
  return {
    ...card,
    name: shown(card.name),
    label: shown(card.label),
    title: shown(card.title) || (card.date ?? host),
    detail: shown(card.detail),
  }
}

function tidy(text: string, max: number): string {
  const plain = text
    .normalize('NFC')
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0e|\ufe0f|\u20e3/gu, '')
    .replace(/\p{C}/gu, ' ')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  const letters = Array.from(plain)
  return letters.length <= max
    ? plain
    : `${letters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`
}
