/** What editors write until there is a title, in the languages that pages have. */
const placeholders =
  /^(?:to be (?:announced|confirmed|decided|determined|defined)|tb[acd]|untitled|no title|(?:title |topic )?coming soon|(?:title|topic) to (?:come|follow)|por (?:anunciar|confirmar|definir)|sin título|à (?:venir|confirmer|définir)|sans titre|(?:wird )?noch (?:bekannt ?gegeben|offen)|ohne titel|n\. ?n\.|未定|調整中|待定|待公布|(?:سيعلن|يعلن|يحدد) لاحقا|[?.…-]+)(?:\s*[:(–—-].*|[.!…]*)?$/iu

/**
 * Returns whether a title only holds the place of one, so that no slug is made from it.
 *
 * @example isPlaceholderTitle('To be announced') // true
 */
export function isPlaceholderTitle(title: string): boolean {
  return title.trim() === '' || placeholders.test(title.trim())
}
