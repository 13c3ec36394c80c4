/** The key under which a stub has the specifier of the import that it replaces. */
const source = Symbol.for('touchpoints.lake.stubbedImport')

/**
 * Returns a value in place of what an import exports, so that a configuration can be evaluated without it: it can be
 * called, read and iterated, and yields itself or nothing.
 */
export function stubOf(specifier: string): unknown {
  const stub: unknown = new Proxy(function stubbed() {}, {
    get: (_, key) => {
      if (key === source) return specifier
      if (key === 'then') return undefined
      if (key === Symbol.toPrimitive) return () => `{import ${specifier}}`
      if (key === Symbol.iterator) return () => [][Symbol.iterator]()
      return stub
    },
    apply: () => stub,
    construct: () => Object(stub),
  })
  return stub
}

/** Returns the stub of an export. `defineConfig`, `defineCliConfig` and the like return their argument. */
export function stubExport(stub: unknown, name: string): unknown {
  return /^(?:define|create)\w*Config$/.test(name) ? (config: unknown) => config : stub
}

/** Returns the import that a value comes from, if it is a stub or a text made of one. */
export function stubbedImport(value: unknown): string | undefined {
  if (typeof value === 'string') return /\{import (.+?)\}/.exec(value)?.[1]
  const specifier: unknown = typeof value === 'function' ? Reflect.get(value, source) : undefined
  return typeof specifier === 'string' ? specifier : undefined
}
