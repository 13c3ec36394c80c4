import {mistakeIn} from './attributeRules.ts'

/** Says the author's mistakes in the console: a visitor sees a default instead. */
export interface Warnings {
  /** Warns about attributes that have no valid value. An empty one counts as absent. */
  check: (names: readonly string[]) => void
  /** Warns once about each text. */
  warn: (text: string) => void
}

export function warnings(element: HTMLElement): Warnings {
  const texts = new Set<string>()

  function warn(text: string) {
    if (texts.has(text)) return
    texts.add(text)
    // oxlint-disable-next-line no-console -- The author of the page reads mistakes there.
    console.warn(`<${element.localName}>: ${text}`)
  }

  return {
    warn,
    check(names) {
      for (const name of names) {
        const value = element.getAttribute(name)
        const mistake = value && mistakeIn(name, value)
        if (mistake) warn(mistake)
      }
      // Not at once: a script may append an element and then set its address.
      queueMicrotask(() => {
        if (element.isConnected && !element.getAttribute('src')) {
          warn('src is missing. Set it to the address of events.json.')
        }
      })
    },
  }
}
