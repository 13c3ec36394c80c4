import {requestError} from './apiError.ts'

/** Returns a flag of the query string: false for `false`, the fallback if it is absent, else true. */
export function flag(url: URL, name: string, fallback: boolean): boolean {
  const value = url.searchParams.get(name)
  if (value === null) return fallback
  return value !== 'false'
}

/**
 * Returns the GROQ parameters in a query string, in the format `$name=<JSON>`.
 *
 * @throws ApiError if a value is not JSON
 */
export function groqParams(url: URL): Record<string, unknown> {
  const params: Record<string, unknown> = {}
  for (const [name, value] of url.searchParams) {
    if (!name.startsWith('$')) continue
    try {
      params[name.slice(1)] = JSON.parse(value)
    } catch {
      throw requestError(400, `The value of the parameter ${name} is not JSON: ${value}`)
    }
  }
  return params
}
