export interface FollowOptions {
  /** Address of a stream of changes, as `liveRoute` sends it. */
  src: string
  /** Returns the sync tags of what the page shows. Without them, every change concerns the page. */
  tags: () => readonly string[] | undefined
  /** Called when the page may show something outdated. */
  onChange: () => void
}

/**
 * Listens for changes while the tab is visible, because browsers allow six connections to a host, and each
 * open tab would use one.
 *
 * @returns a function that stops it
 */
export function followChanges({src, tags, onChange}: FollowOptions): () => void {
  let source: EventSource | undefined
  /** Position after the last change that this page knows of. */
  let known: string | undefined

  const open = () => {
    const opened = new EventSource(src)
    opened.addEventListener('position', ({data}) => {
      const position = String(data)
      // A change happened while the tab was hidden or the connection was lost.
      if (known !== undefined && known !== position) onChange()
      known = position
    })
    opened.addEventListener('message', ({data, lastEventId}) => {
      known = lastEventId
      if (concerns(JSON.parse(String(data)), tags())) onChange()
    })
    return opened
  }
  const sync = () => {
    if (document.visibilityState === 'visible') {
      source ??= open()
      return
    }
    source?.close()
    source = undefined
  }
  sync()
  document.addEventListener('visibilitychange', sync)
  return () => {
    document.removeEventListener('visibilitychange', sync)
    source?.close()
  }
}

/** A message without tags is a restart: anything may have changed. */
function concerns(message: unknown, own: readonly string[] | undefined): boolean {
  if (typeof message !== 'object' || message === null) return false
  if (!('tags' in message) || !Array.isArray(message.tags)) return true
  return own === undefined || message.tags.some((tag) => own.includes(String(tag)))
}
