import {
  type PageAddress,
  pageCache,
  type PageCacheOptions,
  type PageStore,
  type PlainReply,
  type RenderedPage,
  type StoredPage,
} from '../../../../../loaders/adapters/http/index.ts'
import {recordingLogger} from '../../../../support/recordingLogger.ts'
import type {LiveMessage} from '../../../../../loaders/preview/liveChanges.ts'

const second = 1000

/** A page cache with a clock, live events and a renderer that a test controls. */
export function pageFixture(options: Partial<PageCacheOptions> = {}) {
  const state = {
    now: Date.UTC(2026, 10, 26, 10, 4),
    isConnected: true,
    renders: 0,
    /** What the next renders return. An error is thrown. */
    next: (_address: PageAddress): Partial<RenderedPage> | Error => ({}),
  }
  const listeners: ((message: LiveMessage) => void)[] = []
  const {logger, errors, messages} = recordingLogger()
  const cache = pageCache({
    now: () => state.now,
    changes: {
      subscribe: (listener) => {
        listeners.push(listener)
        return () => {}
      },
      isConnected: () => state.isConnected,
    },
    render: async (address) => {
      state.renders += 1
      const text = `<main>${address.path} ${state.renders}</main>`.padEnd(2000)
      // A render takes some turns of the event loop, like a query.
      await new Promise((resolve) => setTimeout(resolve))
      const next = state.next(address)
      if (next instanceof Error) throw next
      return {
        status: 200,
        headers: {'content-type': 'text/html'},
        body: new TextEncoder().encode(text),
        syncTags: ['s1:page'],
        until: Infinity,
        ...next,
      }
    },
    logger,
    ...options,
  })
  const get = async (
    path = '/',
    headers: Record<string, string> = {},
    method: 'GET' | 'HEAD' = 'GET',
  ): Promise<PlainReply> => {
    const [name = '', query = ''] = path.split('?')
    return cache.respond({path: name, query}, {method, header: (key) => headers[key]})
  }
  return {
    state,
    errors,
    messages,
    cache,
    get,
    text: async (path?: string) => textOf(await get(path)).trim(),
    publish: (...tags: string[]) => notify({type: 'message', tags}),
    restart: () => notify({type: 'restart'}),
    wait: (seconds: number) => {
      state.now += seconds * second
    },
  }

  function notify(message: LiveMessage) {
    for (const listener of listeners) listener(message)
  }
}

export function textOf({body}: PlainReply): string {
  return new TextDecoder().decode(body)
}

/** A store in memory, with what it has. */
export function keptPages() {
  const pages = new Map<string, StoredPage>()
  const store: PageStore = {
    read: async (key) => pages.get(key),
    write: async (key, stored) => void pages.set(key, stored),
    delete: async (key) => void pages.delete(key),
    outdate: async (outdates) => {
      const removed = [...pages].flatMap(([key, {syncTags}]) => (outdates(syncTags) ? [key] : []))
      for (const key of removed) pages.delete(key)
      return removed
    },
  }
  return {pages, store}
}
