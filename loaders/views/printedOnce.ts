const printed = new WeakMap<object, Map<string | undefined, string>>()

/**
 * Returns a part of a query that was printed before, or prints it.
 *
 * @param views - a view or several, which never change
 * @param key - all that the text depends on beside these, such as the language
 */
export function printedOnce(views: object, key: string | undefined, print: () => string): string {
  // A site can pass on the language of a request, which a stranger chooses.
  const maxTexts = 32
  const texts = printed.get(views) ?? new Map<string | undefined, string>()
  const text = texts.get(key) ?? print()
  if (texts.size >= maxTexts) texts.clear()
  printed.set(views, texts.set(key, text))
  return text
}
