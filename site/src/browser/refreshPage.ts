import {Idiomorph} from 'idiomorph'

import {showYourTimes} from './showYourTimes.ts'

let running: AbortController | undefined

/**
 * Fetches a page of this site and lets the one shown become it: what stays the same stays in place,
 * so scroll, focus, open details and switched-off calendars survive. A newer call overtakes.
 *
 * @returns whether the page now shows it; false when another call overtook this one
 * @throws TypeError when the server cannot be reached or fails; what is shown stays
 */
export async function refreshPage(url: URL | string = location.href): Promise<boolean> {
  running?.abort()
  const own = new AbortController()
  running = own
  try {
    const response = await fetch(url, {signal: own.signal, headers: {accept: 'text/html'}})
    // That a page is gone is an answer too, and what the visitor should see.
    if (response.status >= 500) throw new TypeError(`${response.status} for ${String(url)}`)
    const next = new DOMParser().parseFromString(await response.text(), 'text/html')
    if (own.signal.aborted) return false
    keepWhatVisitorSet(next)
    showYourTimes(next)
    document.title = next.title
    for (const name of ['nextChange', 'position', 'tags']) {
      document.documentElement.dataset[name] = next.documentElement.dataset[name] ?? ''
    }
    await Idiomorph.morph(document.body, next.body, {
      morphStyle: 'innerHTML',
      callbacks: {
        // Most of a page is what it was: the browser finds that out in a fraction of the time.
        beforeNodeMorphed: (node, twin) =>
          !(node instanceof HTMLScriptElement) && !node.isEqualNode(twin),
        // Overlays and an open player belong to the browser: no server sends them.
        beforeNodeRemoved: (node) => !isBrowsersOwn(node),
      },
    })
    document.dispatchEvent(new CustomEvent('touchpoints:refreshed'))
    return true
  } catch (error) {
    if (own.signal.aborted) return false
    throw error
  }
}

function isBrowsersOwn(node: Node): boolean {
  return node instanceof Element && node.matches('sanity-visual-editing, dialog.player')
}

/** What a visitor opened, switched or started is not in the server's answer: it is carried over. */
function keepWhatVisitorSet(next: Document): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('.calendar input')) {
    const twin = [...next.querySelectorAll<HTMLInputElement>('.calendar input')].find(
      ({name, value}) => name === input.name && value === input.value,
    )
    twin?.toggleAttribute('checked', input.checked)
    if (twin) twin.checked = input.checked
  }
  const theirs = detailsByWords(next)
  for (const [words, ours] of detailsByWords(document)) {
    const twins = theirs.get(words) ?? []
    ours.forEach(({open}, index) => twins[index]?.toggleAttribute('open', open))
  }
}

/** In the order of the page: a session stands in several lists, each with the same words to open. */
function detailsByWords(page: Document): Map<string, HTMLDetailsElement[]> {
  const all = [...page.querySelectorAll('details')]
  return Map.groupBy(all, (each) => each.querySelector('summary')?.textContent ?? '')
}
