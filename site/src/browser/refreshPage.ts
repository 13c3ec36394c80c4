import {Idiomorph} from 'idiomorph'

import {ownTimes} from './ownTimes.ts'

let current: AbortController | undefined

/**
 * Fetches a page of this site and updates the current one to match. Unchanged parts stay in place, so
 * scroll, focus, open details and hidden calendars survive. A newer call aborts an older one.
 *
 * @returns true if the page was updated, false if a newer call aborted this one
 * @throws TypeError if the server is unreachable or fails; the page stays unchanged
 */
export async function refreshPage(url: URL | string = location.href): Promise<boolean> {
  current?.abort()
  const own = new AbortController()
  current = own
  try {
    // Chromium returns an outdated page for `stale-while-revalidate` to a fetch (not to a navigation), and
    // the page would not show the change that it follows.
    const response = await fetch(url, {
      signal: own.signal,
      cache: 'no-cache',
      headers: {accept: 'text/html'},
    })
    // A page that is gone is a valid response, and the visitor should see it.
    if (response.status >= 500)
      throw new TypeError(`HTTP status ${response.status} for ${String(url)}`)
    const next = new DOMParser().parseFromString(await response.text(), 'text/html')
    if (own.signal.aborted) return false
    copyVisitorState(next)
    ownTimes(next, new URL(url, location.href))
    document.title = next.title
    for (const name of ['nextChange', 'position', 'tags']) {
      document.documentElement.dataset[name] = next.documentElement.dataset[name] ?? ''
    }
    // Of a body Idiomorph would put the body itself into the body.
    await Idiomorph.morph(document.body, [...next.body.childNodes], {
      morphStyle: 'innerHTML',
      callbacks: {
        // Most of a page is unchanged. The browser detects that in a fraction of the time.
        beforeNodeMorphed: (node, twin) =>
          !(node instanceof HTMLScriptElement) && !isSearchField(node) && !node.isEqualNode(twin),
        // Overlays and an open player exist only in the browser.
        beforeNodeRemoved: (node) => !isBrowserOnly(node),
      },
    })
    document.dispatchEvent(new CustomEvent('touchpoints:refreshed'))
    return true
  } catch (error) {
    if (own.signal.aborted) return false
    throw error
  }
}

/** What a visitor types must not disappear. The field has no content. */
function isSearchField(node: Node): boolean {
  return node instanceof Element && node.matches('[data-search]')
}

function isBrowserOnly(node: Node): boolean {
  return node instanceof Element && node.matches('sanity-visual-editing, dialog.player')
}

/** Copies the state of checkboxes and details to the new page. The server does not know it. */
function copyVisitorState(next: Document): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('.calendar input')) {
    const twin = [...next.querySelectorAll<HTMLInputElement>('.calendar input')].find(
      ({name, value}) => name === input.name && value === input.value,
    )
    twin?.toggleAttribute('checked', input.checked)
    if (twin) twin.checked = input.checked
  }
  const nextDetails = detailsBySummary(next)
  for (const [summary, details] of detailsBySummary(document)) {
    const twins = nextDetails.get(summary) ?? []
    details.forEach(({open}, index) => twins[index]?.toggleAttribute('open', open))
  }
}

/** Groups details by summary, in page order, because a session is in several lists with the same summary. */
function detailsBySummary(page: Document): Map<string, HTMLDetailsElement[]> {
  const all = [...page.querySelectorAll('details')]
  return Map.groupBy(all, (each) => each.querySelector('summary')?.textContent ?? '')
}
