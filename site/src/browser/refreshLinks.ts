import {leaveTo} from './leaveTo.ts'
import {refreshPage} from './refreshPage.ts'

/** Makes links with `data-refresh` update the page in place. The URL and the Back button follow. */
export function refreshLinks(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-refresh]') : null
    if (!(link instanceof HTMLAnchorElement) || opensElsewhere(event)) return
    event.preventDefault()
    void navigate(new URL(link.href))
  })
  addEventListener('popstate', () => void refreshPage().catch(() => location.reload()))
}

/** Updates the page in place to another URL. Loads the URL if that fails. */
export async function navigate(url: URL): Promise<void> {
  try {
    if (await refreshPage(url)) history.pushState(null, '', url)
  } catch {
    leaveTo(url)
  }
}

/** Whether a click opens a new tab or window. */
export function opensElsewhere(event: MouseEvent): boolean {
  return event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
}
