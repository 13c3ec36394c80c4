import {requestError} from './apiError.ts'

/** A flag of the query string: absent, `true` or `false`. */
export function flag(url: URL, name: string, fallback: boolean): boolean {
  const value = url.searchParams.get(name)
  if (value === null) return fallback
  return value !== 'false'
}

/**
 * GROQ parameters: `$name=<JSON>`.
 *
 * @throws ApiError that names the parameter whose value is no JSON.
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
