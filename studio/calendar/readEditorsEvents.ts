import type {FeedReport, MergedEvent} from '@touchpoints/calendar'
import type {Problem} from 'touchpoints'
import type {PublishedEvent} from 'touchpoints/feeds'

/** The merged calendar for editors, with drafts and all sources of each event. */
export interface EditorsEvents {
  events: MergedEvent[]
  problems: Problem[]
  feeds: FeedReport[]
  /** What the extension of the project publishes, by the id of the event. Absent when it publishes nothing. */
  published?: Readonly<
    Record<string, Pick<PublishedEvent, 'location' | 'topics' | 'extra' | 'properties'>>
  >
}

export interface EditorsEventsOptions {
  fetch: typeof globalThis.fetch
  signal: AbortSignal
  secrets: Secrets
}

/** Secrets that identify a Studio to a site that serves the merged calendar. */
export interface Secrets {
  /** Returns the current secret, or undefined if there is none. */
  current: () => string | undefined
  /** Creates a new secret and makes it the current one. */
  renew: () => Promise<string>
}

/**
 * Fetches the merged calendar for editors.
 *
 * If the server responds with 401, it creates a secret, which requires write access to the dataset, and
 * retries once. `touchpoints dev` needs no secret.
 *
 * @param url - URL of the merged calendar
 * @param window - UTC instants, half-open
 * @throws Error with the message of the server, or if the server can't be reached
 */
export async function readEditorsEvents(
  url: string,
  window: {from: string; to: string},
  {fetch, signal, secrets}: EditorsEventsOptions,
): Promise<EditorsEvents> {
  const windowUrl = new URL(url)
  windowUrl.searchParams.set('from', window.from)
  windowUrl.searchParams.set('to', window.to)
  const request = (secret: string | undefined) =>
    fetch(windowUrl, {signal, ...(secret && {headers: {authorization: `Bearer ${secret}`}})})
  const first = await request(secrets.current())
  const response = first.status === 401 ? await request(await secrets.renew()) : first
  const body: unknown = await response.json()
  if (!response.ok || !isEditorsEvents(body)) throw new Error(errorMessage(body, response.status))
  return body
}

/** Checks the three lists only, because the server is part of this project and has the same version. */
function isEditorsEvents(body: unknown): body is EditorsEvents {
  return (
    typeof body === 'object' &&
    body !== null &&
    ['events', 'problems', 'feeds'].every((list) => Array.isArray(Reflect.get(body, list)))
  )
}

function errorMessage(body: unknown, status: number): string {
  const inner: unknown = fieldOf(body, 'error')
  const message = fieldOf(body, 'message') ?? fieldOf(inner, 'message')
  return typeof message === 'string' ? message : `unexpected response with status ${status}`
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
