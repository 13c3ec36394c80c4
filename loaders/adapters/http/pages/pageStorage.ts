import type {PageStore, StoredPage} from './page.ts'

/** A page store that makes changes in order, and reports its faults. */
export interface PageStorage {
  read(key: string): Promise<StoredPage | undefined>
  save(key: string, page: StoredPage): void
  /** Removes pages by their sync tags, also those that are being written. Returns their keys. */
  outdate(outdates: Rule): Promise<readonly string[]>
  settled(): Promise<void>
}

type Rule = (syncTags: readonly string[]) => boolean

export function pageStorage(
  store: PageStore | undefined,
  onError: (error: unknown) => void,
): PageStorage {
  let last: Promise<unknown> = Promise.resolve()
  /** A removal that waits. It takes further rules until something else waits behind it. */
  let removal: {rules: Rule[]; keys: Promise<readonly string[]>} | undefined
  let removed: Promise<unknown> = Promise.resolve()

  /** A page from before an event must not be written after the event removed it. */
  function inOrder<Value>(task: () => Promise<Value>): Promise<Value | undefined> {
    const done = last.then(task).catch((error: unknown) => {
      onError(error)
      return undefined
    })
    last = done
    return done
  }

  return {
    async read(key) {
      if (!store) return undefined
      // A page that is about to be removed must not be read.
      await removed
      return store.read(key).catch((error: unknown) => {
        onError(error)
        return undefined
      })
    },
    save(key, page) {
      if (!store) return
      removal = undefined
      void inOrder(() => (page.status === 200 ? store.write(key, page) : store.delete(key)))
    },
    outdate(outdates) {
      if (!store) return Promise.resolve([])
      // An import sends many events. Their removals that wait are one pass over the store.
      if (removal) {
        removal.rules.push(outdates)
        return removal.keys
      }
      const rules = [outdates]
      const keys = inOrder(() => {
        if (removal?.rules === rules) removal = undefined
        return store.outdate((syncTags) => rules.some((rule) => rule(syncTags)))
      }).then((found) => found ?? [])
      removal = {rules, keys}
      removed = keys
      return keys
    },
    async settled() {
      while (true) {
        const current = last
        await current
        if (current === last) return
      }
    },
  }
}
