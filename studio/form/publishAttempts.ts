/** The documents that someone has tried to publish in this window, by their published ids. */
export interface PublishAttempts {
  record: (id: string) => void
  has: (id: string) => boolean
  /** Calls back after each attempt. Returns a function that ends it. */
  subscribe: (onChange: () => void) => () => void
}

export function createPublishAttempts(): PublishAttempts {
  const attempted = new Set<string>()
  const listeners = new Set<() => void>()
  return {
    record: (id) => {
      attempted.add(id)
      listeners.forEach((listener) => listener())
    },
    has: (id) => attempted.has(id),
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
  }
}

/** Shared by the Publish button and the forms: Sanity renders them apart from each other. */
export const publishAttempts = createPublishAttempts()
