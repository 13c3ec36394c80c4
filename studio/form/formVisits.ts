import type {Path} from 'sanity'

/** Which fields of an open form an editor has visited. Before that, what is missing is no mistake. */
export interface FormVisits {
  /** Returns whether what is missing in a field is shown as an error. */
  isRevealed: (path: Path) => boolean
  /** Call it when the focus leaves a field. */
  visit: (path: Path) => void
  /** Call it when someone tries to publish. */
  revealAll: () => void
  /** The number of changes until now. */
  changes: () => number
  /** Calls back after each change. Returns a function that ends it. */
  subscribe: (onChange: () => void) => () => void
}

/**
 * Returns the visits of a form that has just been opened.
 *
 * @example
 * const visits = createFormVisits()
 * visits.visit(['title'])
 * visits.isRevealed(['title']) // true
 */
export function createFormVisits(): FormVisits {
  const visited = new Set<string>()
  const listeners = new Set<() => void>()
  let all = false
  let count = 0
  const changed = () => {
    count += 1
    listeners.forEach((listener) => listener())
  }
  return {
    isRevealed: (path) => all || visited.has(keyOf(path)),
    visit: (path) => {
      if (visited.has(keyOf(path))) return
      visited.add(keyOf(path))
      changed()
    },
    revealAll: () => {
      if (all) return
      all = true
      changed()
    },
    changes: () => count,
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
  }
}

function keyOf(path: Path): string {
  return JSON.stringify(path)
}
