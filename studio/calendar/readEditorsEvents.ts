import type {MergedEvent} from '../../loaders/calendar/index.ts'
import type {Problem} from '../../loaders/index.ts'
import type {FeedReport} from '../../loaders/events/calendarsPort.ts'

/** The merged calendar as editors see it: drafts included, with every source of each event. */
export interface EditorsEvents {
  events: MergedEvent[]
  problems: Problem[]
  feeds: FeedReport[]
}

/**
 * @param address - what `touchpoints dev` serves beside the lake
 * @param window - UTC instants, half-open
 * @throws Error in the words of whoever answered, or saying that nobody did
 */
export async function readEditorsEvents(
  address: string,
  window: {from: string; to: string},
  signal: AbortSignal,
): Promise<EditorsEvents> {
  const url = new URL(address)
  url.searchParams.set('from', window.from)
  url.searchParams.set('to', window.to)
  const response = await fetch(url, {signal})
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
  const message: unknown =
    typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'message') : undefined
  return typeof message === 'string' ? message : `The calendar answered ${status}.`
}
