import {isObject} from '../json.ts'

/** An origin that `sanity cors add` allowed for a project. */
export interface CorsOrigin {
  id: string
  /** Such as `https://example.org`. A `*` is any text without `/`, such as in `https://*.example.org`. */
  origin: string
  /** Whether pages of the origin may use a token. Without it, they see what anyone sees. */
  allowCredentials: boolean
  createdAt: string
  updatedAt: string
}

interface Values {
  value: (name: string) => unknown
}

const storedName = 'project/cors'
const maxOrigins = 100

export function readCorsOrigins(values: Values): CorsOrigin[] {
  const stored = values.value(storedName)
  return (Array.isArray(stored) ? stored : []).flatMap((entry: unknown) => {
    if (!isObject(entry)) return []
    const {id, origin, allowCredentials, createdAt, updatedAt} = entry
    if (typeof id !== 'string' || typeof origin !== 'string') return []
    return {
      id,
      origin,
      allowCredentials: allowCredentials === true,
      createdAt: String(createdAt),
      updatedAt: String(updatedAt),
    }
  })
}

/** Returns whether a page of an origin may use the project with a token. */
export function listsOrigin(values: Values, origin: string): boolean {
  return readCorsOrigins(values).some(
    (each) => each.allowCredentials && matchesOrigin(each.origin, origin),
  )
}

/** Stores the origins of a project. Returns false if there are too many. */
export function writeCorsOrigins(
  values: {setValue: (name: string, value: unknown) => void},
  origins: readonly CorsOrigin[],
): boolean {
  if (origins.length > maxOrigins) return false
  values.setValue(storedName, origins)
  return true
}

/** Returns whether a pattern such as `https://*.example.org` includes an origin. `*` alone includes all. */
export function matchesOrigin(pattern: string, origin: string): boolean {
  if (pattern === '*') return true
  const [first = '', ...rest] = pattern.toLowerCase().split('*')
  const tested = origin.toLowerCase()
  if (rest.length === 0) return first === tested
  if (!tested.startsWith(first)) return false
  let from = first.length
  for (const [index, part] of rest.entries()) {
    const at =
      index === rest.length - 1 ? tested.length - part.length : tested.indexOf(part, from + 1)
    // A star is at least one character, and neither a path nor a port.
    if (at <= from || !tested.startsWith(part, at)) return false
    if (/[/]/.test(tested.slice(from, at))) return false
    from = at + part.length
  }
  return true
}
