/** What someone has typed into the open forms of this window and that could not be stored yet. */
export interface UnstoredInput {
  /**
   * Call it when the text of a control changes.
   *
   * @param id - published id of the document
   * @param control - id of the control, of which a form can have several
   * @param reason - a sentence for an editor, or undefined if everything is stored
   */
  report: (id: string, control: string, reason: string | undefined) => void
  /** Returns the reason of the first control, or undefined if the document has all that was typed. */
  reasonFor: (id: string) => string | undefined
  /** Calls back after each change. Returns a function that ends it. */
  subscribe: (onChange: () => void) => () => void
}

export function createUnstoredInput(): UnstoredInput {
  const reasons = new Map<string, Map<string, string>>()
  const listeners = new Set<() => void>()
  return {
    report: (id, control, reason) => {
      const own = reasons.get(id) ?? new Map<string, string>()
      if (own.get(control) === reason) return
      if (reason === undefined) own.delete(control)
      else own.set(control, reason)
      reasons.set(id, own)
      listeners.forEach((listener) => listener())
    },
    reasonFor: (id) => reasons.get(id)?.values().next().value,
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
  }
}

/** Shared by the Publish button and the forms: Sanity renders them apart from each other. */
export const unstoredInput = createUnstoredInput()
