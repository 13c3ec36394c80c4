export interface ServerSentEvent {
  /** Absent for the default type, `message`. */
  event?: string
  id?: string
  data: unknown
}

/** The media type of a stream of events. */
export const eventStreamType = 'text/event-stream'

/** Returns the bytes of an event in a stream. */
export function encodeEvent({event, id, data}: ServerSentEvent): Uint8Array {
  const name = event === undefined ? '' : `event: ${event}\n`
  const eventId = id === undefined ? '' : `id: ${id}\n`
  return Buffer.from(`${name}${eventId}data: ${JSON.stringify(data)}\n\n`)
}
