import {refreshPage} from './refreshPage.ts'

/** Links marked `data-refresh` change the page in place; the address follows, and so does "back". */
export function refreshLinks(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-refresh]') : null
    if (!(link instanceof HTMLAnchorElement) || isForBrowser(event)) return
    event.preventDefault()
    void show(new URL(link.href))
  })
  addEventListener('popstate', () => void refreshPage().catch(() => location.reload()))
}

/** Shows an address in place, or goes there when that fails. */
export async function show(url: URL): Promise<void> {
  try {
    if (await refreshPage(url)) history.pushState(null, '', url)
  } catch {
    location.assign(url)
  }
}

/** A click that asks for a new tab or window. */
export function isForBrowser(event: MouseEvent): boolean {
  return event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
}
