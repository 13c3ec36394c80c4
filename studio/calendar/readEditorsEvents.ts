import type {FeedReport, MergedEvent} from '@touchpoints/calendar'
import type {Problem} from 'touchpoints'

/** The merged calendar as editors see it: drafts included, with every source of each event. */
export interface EditorsEvents {
  events: MergedEvent[]
  problems: Problem[]
  feeds: FeedReport[]
}

export interface EditorsEventsOptions {
  fetch: typeof globalThis.fetch
  signal: AbortSignal
  secrets: Secrets
}

/** What shows that a Studio asks, where whoever serves the calendar wants to know. */
export interface Secrets {
  known: () => string | undefined
  /** A new one, in place of one that was refused. */
  renew: () => Promise<string>
}

/**
 * `touchpoints dev` answers any page of its own machine. A site elsewhere refuses whom it does not know;
 * then a secret is made, which only who may write to the dataset can do, and asked once more.
 *
 * @param address - where the merged calendar is served
 * @param window - UTC instants, half-open
 * @throws Error in the words of whoever answered, or saying that nobody did
 */
export async function readEditorsEvents(
  address: string,
  window: {from: string; to: string},
  {fetch, signal, secrets}: EditorsEventsOptions,
): Promise<EditorsEvents> {
  const url = new URL(address)
  url.searchParams.set('from', window.from)
  url.searchParams.set('to', window.to)
  const ask = (secret: string | undefined) =>
    fetch(url, {signal, ...(secret && {headers: {authorization: `Bearer ${secret}`}})})
  const first = await ask(secrets.known())
  const response = first.status === 401 ? await ask(await secrets.renew()) : first
  const answer: unknown = await response.json()
  if (!response.ok || !isEditorsEvents(answer)) throw new Error(messageOf(answer, response.status))
  return answer
}

/** The service is this project's own and of the same version: its shape is told by its three lists. */
function isEditorsEvents(answer: unknown): answer is EditorsEvents {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    ['events', 'problems', 'feeds'].every((list) => Array.isArray(Reflect.get(answer, list)))
  )
}

function messageOf(answer: unknown, status: number): string {
  const inner: unknown = fieldOf(answer, 'error')
  const message = fieldOf(answer, 'message') ?? fieldOf(inner, 'message')
  return typeof message === 'string' ? message : `The calendar answered ${status}.`
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
