import {refreshPage} from './refreshPage.ts'

/** A timer longer than this overflows and fires at once. */
const longest = 2 ** 31 - 1

let timer: ReturnType<typeof setTimeout> | undefined

/**
 * A page that stays open: when something on it starts or ends, it is fetched anew, so what has been
 * never stands on top as "next". A failed try is repeated when the tab is looked at again.
 */
export function keepUpToDate(): void {
  plan()
  document.addEventListener('touchpoints:refreshed', plan)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && isDue()) refresh()
  })
}

function plan(): void {
  clearTimeout(timer)
  const at = changeAt()
  if (at === undefined || at <= Date.now()) return
  // A second late, so that the server's clock has surely passed it too.
  timer = setTimeout(refresh, Math.min(at - Date.now() + 1000, longest))
}

function refresh(): void {
  void refreshPage().catch(() => undefined)
}

function isDue(): boolean {
  const at = changeAt()
  return at !== undefined && at <= Date.now()
}

/** Undefined as well for a page rendered as of another day than today: its clock stands still. */
function changeAt(): number | undefined {
  const at = Date.parse(document.documentElement.dataset['nextChange'] ?? '')
  return Number.isNaN(at) ? undefined : at
}
