/**
 * A value in place of what a package exports, so that a configuration can be evaluated without its packages: it can be
 * called, read and iterated, and yields itself or nothing.
 */
export const stub: unknown = new Proxy(function stubbed() {}, {
  get: (_, key) => {
    if (key === 'then') return undefined
    if (key === Symbol.toPrimitive) return () => ''
    if (key === Symbol.iterator) return () => [][Symbol.iterator]()
    return stub
  },
  apply: () => stub,
  construct: () => Object(stub),
})

/** Returns the stub of an export. `defineConfig`, `defineCliConfig` and the like return their argument. */
export function stubExport(name: string): unknown {
  return /^(?:define|create)\w*Config$/.test(name) ? (config: unknown) => config : stub
}
