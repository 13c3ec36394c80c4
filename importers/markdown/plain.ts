/** Removes emoji and spaces from both ends of a text. */
export function plain(text: string): string {
  const picture = String.raw`(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u200D\u2640\u2642\uFE0F\u20E3]|\s)+`
  return text.replace(new RegExp(`^${picture}|${picture}$`, 'gu'), '').trim()
}
