import {ConnectionError} from './ConnectionError.ts'

/** Which Content Lake the Studio talks to: one on this machine, or the hosted service. */
export type Connection = {projectId: string; dataset: string; previewUrl?: string} & (
  | {kind: 'local'; apiHost: string; eventsUrl: string}
  | {kind: 'hosted'; eventsUrl?: string}
)

/**
 * `SANITY_STUDIO_*` variables. The CLI replaces each by its value when it bundles, and only where it
 * is written out in full (`process.env.SANITY_STUDIO_DATASET`): so the caller spells them.
 */
export interface ConnectionVariables {
  SANITY_STUDIO_PROJECT_ID?: string | undefined
  SANITY_STUDIO_DATASET?: string | undefined
  /** Where the site runs, such as `http://localhost:4321`. */
  SANITY_STUDIO_PREVIEW_URL?: string | undefined
  /** The lake on this machine, such as `http://localhost:3900`. Absent: the hosted service. */
  SANITY_STUDIO_API_HOST?: string | undefined
  /**
   * On the hosted service: where the site serves the merged calendar to editors, such as
   * `https://example.org/api/editors/events`. Absent: the Studio has no calendar tool.
   */
  SANITY_STUDIO_EVENTS_URL?: string | undefined
}

/**
 * @throws ConnectionError naming the variable that is missing or malformed
 * @example
 * readConnection({SANITY_STUDIO_PROJECT_ID: 'abc123', SANITY_STUDIO_DATASET: 'production'})
 * // {kind: 'hosted', projectId: 'abc123', dataset: 'production'}
 */
export function readConnection(variables: ConnectionVariables): Connection {
  const projectId = required(variables, 'SANITY_STUDIO_PROJECT_ID', projectIdForm)
  const dataset = required(variables, 'SANITY_STUDIO_DATASET', datasetForm)
  const previewUrl = origin(variables, 'SANITY_STUDIO_PREVIEW_URL', 'http://localhost:4321')
  const apiHost = origin(variables, 'SANITY_STUDIO_API_HOST', 'http://localhost:3900')
  const place = {projectId, dataset, ...(previewUrl && {previewUrl})}
  if (!apiHost) {
    const eventsUrl = address(variables, 'SANITY_STUDIO_EVENTS_URL')
    return {kind: 'hosted', ...place, ...(eventsUrl && {eventsUrl})}
  }
  if (!isLoopback(apiHost)) {
    throw new ConnectionError(
      'SANITY_STUDIO_API_HOST',
      `is for a lake on this machine, and ${apiHost} is elsewhere: set it to http://localhost:3900, or leave it out to use the hosted service`,
    )
  }
  // `touchpoints dev` serves the merged calendar beside the lake.
  return {kind: 'local', apiHost, eventsUrl: `${apiHost}/touchpoints/events`, ...place}
}

interface Form {
  pattern: RegExp
  what: string
}

// What the service's client itself accepts; said here with the variable's name.
const projectIdForm: Form = {
  pattern: /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/,
  what: 'the id of a Sanity project (small letters, digits and hyphens), such as abc123; sanity.io/manage lists yours',
}
const datasetForm: Form = {
  pattern: /^[a-z0-9][-_a-z0-9]{0,63}$/,
  what: 'the name of a dataset (at most 64 small letters, digits, _ and -), such as production',
}

function required(
  variables: ConnectionVariables,
  name: keyof ConnectionVariables,
  {pattern, what}: Form,
): string {
  const value = variables[name]
  if (!value) {
    throw new ConnectionError(
      name,
      `is not set: it is ${what}. To run everything on this machine instead, use npm start, which sets it`,
    )
  }
  if (!pattern.test(value)) throw new ConnectionError(name, `is "${value}": expected ${what}`)
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
    throw new ConnectionError(name, `is "${value}": expected an address such as ${example}`)
  }
  if (url.pathname !== '/' || url.search || url.hash) {
    throw new ConnectionError(
      name,
      `is "${value}": expected only scheme, host and port, such as ${example}`,
    )
  }
  return url.origin
}

/** It answers with drafts, so nothing between the two may read along. */
function address(
  variables: ConnectionVariables,
  name: keyof ConnectionVariables,
): string | undefined {
  const value = variables[name]
  if (!value) return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(value))) return value
  throw new ConnectionError(
    name,
    `is "${value}": expected an https address such as https://example.org/api/editors/events`,
  )
}

function isLoopback(url: string): boolean {
  const {hostname} = new URL(url)
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(?:\.\d+){3}$/.test(hostname)
  )
}
