import {BuildError} from '../static/BuildError.ts'
import {calendarReply} from './partFeed.ts'

/**
 * Responds with the calendar or a feed for a static build.
 *
 * @throws BuildError if it cannot be made
 */
export async function fileReply(language: string | undefined, name: string): Promise<Response> {
  const response = await calendarReply(language, name)
  if (!response.ok) throw new BuildError(`${name} could not be made: ${await response.text()}`)
  return name === 'events.json' ? withoutEventFile(response) : response
}

/** The address of an event's file has a query, which a web server of files does not know. */
async function withoutEventFile(response: Response): Promise<Response> {
  const {eventFile: _, ...document}: {eventFile?: string} = await response.json()
  return Response.json(document)
}
