import {refreshPage} from './refreshPage.ts'

let source: EventSource | undefined
let connected = false

/**
 * Refreshes the page when its content changes. Listens only while the tab is visible, because browsers
 * allow six connections to a host, and each open tab would use one.
 */
export function followChanges(): void {
  sync()
  document.addEventListener('visibilitychange', sync)
  if (!isCurrent()) void refreshUntilCurrent()
}

function sync(): void {
  const url = document.documentElement.dataset['live']
  if (!url || document.visibilityState !== 'visible') {
    source?.close()
    source = undefined
    return
  }
  if (source) return
  source = new EventSource(url)
  source.addEventListener('position', ({data}) => {
    if (isBehind(String(data))) void refreshUntilCurrent()
  })
  source.addEventListener('message', ({data, lastEventId}) => {
    if (!affectsPage(JSON.parse(String(data)))) return
    required = lastEventId
    void refreshUntilCurrent()
  })
}

/** Position of the last change of this page. A page from before it was rendered too early. */
let required = ''

let running = false
let pending = false
/** Ends the wait before a retry, because an event says that the content can be loaded again. */
let retryNow = () => {}

/**
 * Delays before a retry, in milliseconds. The first matches the reconnection delay of an event source.
 * Each further delay doubles, up to the last.
 */
const minRetry = 3000
const maxRetry = 60_000

/**
 * Refreshes the page, one fetch at a time. An editor who types causes changes faster than pages load. If
 * each change aborted the fetch before it, nothing would show until the typing ends.
 */
async function refreshUntilCurrent(): Promise<void> {
  pending = running
  retryNow()
  if (running) return
  running = true
  let delay = minRetry
  do {
    pending = false
    if (await refreshPage().then(isCurrent, () => false)) {
      delay = minRetry
      continue
    }
    // No further event reports this change, so retry until it succeeds.
    pending = true
    await new Promise<void>((resolve) => {
      retryNow = resolve
      setTimeout(resolve, delay)
    })
    delay = Math.min(delay * 2, maxRetry)
  } while (pending)
  running = false
}

function affectsPage(message: unknown): boolean {
  if (typeof message !== 'object' || message === null) return false
  if (!('tags' in message) || !Array.isArray(message.tags)) return true
  const own = (document.documentElement.dataset['tags'] ?? '').split(' ').filter(Boolean)
  return own.length === 0 || message.tags.some((tag) => own.includes(String(tag)))
}

/**
 * Whether the page contains the last change that was reported. A server that can't render it sends an
 * earlier copy with a notice, and so may a cache between.
 */
function isCurrent(): boolean {
  const position = document.documentElement.dataset['position'] ?? ''
  return !isBefore(position, required) && document.querySelector('.as-of') === null
}

/** Whether a position is before another one of the same process. Those of two processes don't compare. */
function isBefore(position: string, other: string): boolean {
  const [name, count] = position.split('.')
  const [otherName, otherCount] = other.split('.')
  return name === otherName && Number(count) < Number(otherCount)
}

/** Whether changes happened before this connection, while the page loaded or was hidden. */
function isBehind(position: string): boolean {
  const own = document.documentElement.dataset['position'] ?? ''
  const first = !connected
  connected = true
  // A different process may have served the page. That alone does not mean that something changed.
  if (first && position.split('.')[0] !== own.split('.')[0]) return false
  return position !== own
}
