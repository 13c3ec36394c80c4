import {refreshPage} from './refreshPage.ts'

let source: EventSource | undefined
let connected = false

/**
 * Fetches the page anew when something that it shows has changed. Only while the tab is looked at:
 * browsers allow six connections to a host, and each open tab would hold one.
 */
export function followChanges(): void {
  sync()
  document.addEventListener('visibilitychange', sync)
}

function sync(): void {
  const address = document.documentElement.dataset['live']
  if (!address || document.visibilityState !== 'visible') {
    source?.close()
    source = undefined
    return
  }
  if (source) return
  source = new EventSource(address)
  source.addEventListener('position', ({data}) => {
    if (isBehind(String(data))) void refreshAgain()
  })
  source.addEventListener('message', ({data}) => {
    if (concerns(JSON.parse(String(data)))) void refreshAgain()
  })
}

let running = false
let missed = false

/** A first try after as long as an event source waits to connect anew, then ever more seldom, milliseconds. */
const firstRetry = 3000
const lastRetry = 60_000

/**
 * One page at a time. Whoever types changes the page more often than it can be fetched: would each
 * change overtake the fetch of the one before, nothing would show until the typing ends.
 */
async function refreshAgain(): Promise<void> {
  missed = running
  if (running) return
  running = true
  let retry = firstRetry
  do {
    missed = false
    try {
      await refreshPage()
      retry = firstRetry
    } catch {
      // Nobody tells of this change again: what could not be fetched is tried until it can.
      missed = true
      await new Promise((resolve) => setTimeout(resolve, retry))
      retry = Math.min(retry * 2, lastRetry)
    }
  } while (missed)
  running = false
}

function concerns(message: unknown): boolean {
  if (typeof message !== 'object' || message === null) return false
  if (!('tags' in message) || !Array.isArray(message.tags)) return true
  const own = (document.documentElement.dataset['tags'] ?? '').split(' ').filter(Boolean)
  return own.length === 0 || message.tags.some((tag) => own.includes(String(tag)))
}

/** Whether something was told between the page and this connection: while it loaded, or was hidden. */
function isBehind(position: string): boolean {
  const own = document.documentElement.dataset['position'] ?? ''
  const first = !connected
  connected = true
  // The page may come from another process than the connection: that alone says nothing of changes.
  if (first && position.split('.')[0] !== own.split('.')[0]) return false
  return position !== own
}
