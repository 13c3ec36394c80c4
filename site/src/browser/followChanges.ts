import {refreshPage} from './refreshPage.ts'

let source: EventSource | undefined

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
  const opened = new EventSource(address)
  source = opened
  // The first word is that the connection stands; a later one, that something was missed.
  let first = true
  opened.addEventListener('message', ({data}) => {
    const message: unknown = JSON.parse(String(data))
    if (concerns(message, first)) refreshSoon()
    first = false
  })
}

/** Typing sends many changes a second: those that come together cost one page. */
let timer: ReturnType<typeof setTimeout> | undefined
const together = 60

function refreshSoon(): void {
  timer ??= setTimeout(() => {
    timer = undefined
    void refreshPage().catch(() => undefined)
  }, together)
}

function concerns(message: unknown, first: boolean): boolean {
  if (typeof message !== 'object' || message === null) return false
  if (!('tags' in message) || !Array.isArray(message.tags)) return !first
  const own = document.documentElement.dataset['tags']?.split(' ') ?? []
  return own.length === 0 || message.tags.some((tag) => own.includes(String(tag)))
}
