import {refreshPage} from './refreshPage.ts'

/** Longer timers overflow and fire at once. */
const maxDelay = 2 ** 31 - 1

let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Refreshes an open page when an event on it starts or ends, so that a past event is never shown as
 * "next". After a failure, it retries when the tab becomes visible again.
 */
export function refreshWhenDue(): void {
  schedule()
  document.addEventListener('touchpoints:refreshed', schedule)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && isDue()) refresh()
  })
}

function schedule(): void {
  clearTimeout(timer)
  const at = nextChange()
  if (at === undefined || at <= Date.now()) return
  // One second later, so that the server's clock has passed it too.
  timer = setTimeout(refresh, Math.min(at - Date.now() + 1000, maxDelay))
}

function refresh(): void {
  void refreshPage().catch(() => undefined)
}

function isDue(): boolean {
  const at = nextChange()
  return at !== undefined && at <= Date.now()
}

/** Returns the time of the next change. Undefined for a page rendered for a fixed date. */
function nextChange(): number | undefined {
  const at = Date.parse(document.documentElement.dataset['nextChange'] ?? '')
  return Number.isNaN(at) ? undefined : at
}
