import {ConnectionError} from './ConnectionError.ts'
import {isLoopback} from './isLoopback.ts'

/** The Content Lake that the Studio uses: an embedded one (`local`), or the hosted service. */
export type Connection = {projectId: string; dataset: string; previewUrl?: string} & (
  | {kind: 'local'; apiHost: string; eventsUrl: string}
  | {kind: 'hosted'; eventsUrl?: string}
)

/**
 * `SANITY_STUDIO_*` environment variables.
 *
 * When the Sanity CLI bundles the Studio, it replaces each variable with its value, but only in the full
 * form (`process.env.SANITY_STUDIO_DATASET`). So pass them one by one.
 */
export interface ConnectionVariables {
  SANITY_STUDIO_PROJECT_ID?: string | undefined
  SANITY_STUDIO_DATASET?: string | undefined
  /** Origin of the site, such as `http://localhost:4321`. */
  SANITY_STUDIO_PREVIEW_URL?: string | undefined
  /**
   * Origin of an embedded Content Lake: `http://localhost:3900`, or an `https:` address where a proxy asks for
   * a login, such as `https://studio.example.org`. Defaults to the hosted service.
   */
  SANITY_STUDIO_API_HOST?: string | undefined
  /**
   * With the hosted service, URL of the merged calendar for editors, such as
   * `https://example.org/api/editors/events`. Without it, the Studio has no calendar tool.
   */
  SANITY_STUDIO_EVENTS_URL?: string | undefined
}

/**
 * Reads the Studio's connection from environment variables.
 *
 * @throws ConnectionError if a variable is missing or malformed; the message names it
 * @example
 * readConnection({SANITY_STUDIO_PROJECT_ID: 'abc123', SANITY_STUDIO_DATASET: 'production'})
 * // {kind: 'hosted', projectId: 'abc123', dataset: 'production'}
 */
export function readConnection(variables: ConnectionVariables): Connection {
  const projectId = required(variables, 'SANITY_STUDIO_PROJECT_ID', projectIdFormat)
  const dataset = required(variables, 'SANITY_STUDIO_DATASET', datasetFormat)
  const previewUrl = origin(variables, 'SANITY_STUDIO_PREVIEW_URL', 'http://localhost:4321')
  const apiHost = origin(variables, 'SANITY_STUDIO_API_HOST', 'http://localhost:3900')
  const common = {projectId, dataset, ...(previewUrl && {previewUrl})}
  if (!apiHost) {
    const eventsUrl = secureUrl(variables, 'SANITY_STUDIO_EVENTS_URL')
    return {kind: 'hosted', ...common, ...(eventsUrl && {eventsUrl})}
  }
  if (!isLoopback(apiHost) && !apiHost.startsWith('https:')) {
    throw new ConnectionError(
      'SANITY_STUDIO_API_HOST',
      `must be on this machine or start with https:, but is ${apiHost}. Passwords and drafts would travel unencrypted. Set it to http://localhost:3900, or remove it to use the hosted service`,
    )
  }
  // `touchpoints dev` and `touchpoints lake` serve the merged calendar next to the Content Lake.
  return {kind: 'local', apiHost, eventsUrl: `${apiHost}/touchpoints/events`, ...common}
}

interface ValueFormat {
  pattern: RegExp
  description: string
}

// The same formats as in Sanity's client, checked here so that the message names the variable.
const projectIdFormat: ValueFormat = {
  pattern: /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/,
  description:
    'the id of a Sanity project (lowercase letters, digits and hyphens), such as abc123. See sanity.io/manage for your projects',
}
const datasetFormat: ValueFormat = {
  pattern: /^[a-z0-9][-_a-z0-9]{0,63}$/,
  description:
    'the name of a dataset (at most 64 lowercase letters, digits, _ and -), such as production',
}

function required(
  variables: ConnectionVariables,
  name: keyof ConnectionVariables,
  {pattern, description}: ValueFormat,
): string {
  const value = variables[name]
  if (!value) {
    throw new ConnectionError(
      name,
      `is not set. Set it to ${description}. With a lake on this machine, any name does, such as touchpoints, together with SANITY_STUDIO_API_HOST`,
    )
  }
  if (!pattern.test(value))
    throw new ConnectionError(name, `is "${value}". Expected ${description}`)
  return value
}

function origin(
  variables: ConnectionVariables,
  name: keyof ConnectionVariables,
  example: string,
): string | undefined {
  const value = variables[name]
  if (!value) return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new ConnectionError(name, `is "${value}". Expected a URL such as ${example}`)
  }
  if (url.pathname !== '/' || url.search || url.hash) {
    throw new ConnectionError(
      name,
      `is "${value}". Expected only scheme, host and port, such as ${example}`,
    )
  }
  return url.origin
}

/** Reads an https URL, or an http URL on this machine. The responses contain drafts, so they are encrypted. */
function secureUrl(
  variables: ConnectionVariables,
  name: keyof ConnectionVariables,
): string | undefined {
  const value = variables[name]
  if (!value) return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(value))) return value
  throw new ConnectionError(
    name,
    `is "${value}". Expected an https URL such as https://example.org/api/editors/events`,
  )
}
