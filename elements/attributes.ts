/** Returns the absolute URL of the events, or undefined without `src`. */
export function sourceUrl(element: HTMLElement): string | undefined {
  const src = element.getAttribute('src')
  return src ? new URL(src, element.baseURI).href : undefined
}

/**
 * Returns the BCP 47 tag for dates: the element's own, or the page's. Undefined means the browser's.
 */
export function localeOf(element: HTMLElement): string | undefined {
  const inherited = element.closest('[lang]')?.getAttribute('lang')
  return element.getAttribute('locale') ?? (inherited || undefined)
}
