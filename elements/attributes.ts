/** Where the events are, absolute; undefined without `src`. */
export function sourceOf(element: HTMLElement): string | undefined {
  const src = element.getAttribute('src')
  return src ? new URL(src, element.baseURI).href : undefined
}

/** BCP 47 tag to write dates in: the element's own, else the page's; undefined for the browser's. */
export function localeOf(element: HTMLElement): string | undefined {
  const inherited = element.closest('[lang]')?.getAttribute('lang')
  return element.getAttribute('locale') ?? (inherited || undefined)
}
