import {keyOf, type PageAddress} from './page.ts'

/** Renders pages again in the background, one at a time, each once however often it is added. */
export interface PageRefresher {
  add(addresses: readonly PageAddress[]): void
  /** Resolves when no page waits. */
  settled(): Promise<void>
}

/** @param refresh - renders one page, and never rejects */
export function pageRefresher(refresh: (address: PageAddress) => Promise<unknown>): PageRefresher {
  const waiting = new Map<string, PageAddress>()
  let running: Promise<void> | undefined

  async function run(): Promise<void> {
    for (const [key, address] of waiting) {
      waiting.delete(key)
      await refresh(address)
    }
    running = undefined
  }

  return {
    add(addresses) {
      // The main page has the shortest path, and most visitors.
      for (const address of addresses.toSorted((a, b) => a.path.length - b.path.length)) {
        waiting.set(keyOf(address), address)
      }
      if (waiting.size > 0) running ??= run()
    },
    async settled() {
      while (running) await running
    },
  }
}
