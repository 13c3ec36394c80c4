import type {DocumentProblem, MergedEvent} from '@touchpoints/calendar'

import type {Audience} from '../audience/audience.ts'
import {describeProblem} from '../describeProblem.ts'
import {additionsOf} from '../extension/additions.ts'
import type {Extension} from '../extension/extension.ts'
import {consoleLogger, type Logger} from '../logger.ts'
import type {PublishedEvent} from './eventsFormat.ts'
import type {PublishedDocuments} from './documents.ts'
import {publishedEvents} from './publishedEvents.ts'

export interface PublishOptions {
  /**
   * Returns the address of the page about an event. It replaces the event's own link. `group` is the group
   * that meets.
   */
  pageOf?: (event: MergedEvent, group: {slug: string} | undefined) => string | undefined
  /**
   * What the project adds to the content: `loader.extension`. Its `publish` functions get the documents, so pass
   * those of a loader and not parts of them.
   */
  extension?: Extension | undefined
  /**
   * Who may see the events: `loader.audience`. Defaults to `everyone`: what an extension returns for a meeting for
   * members then loses every link, passcode, meeting id and number to dial.
   */
  audience?: Audience | undefined
  /** Called with values of an extension that cannot be published. Defaults to a warning of `logger`. */
  onProblem?: ((problem: DocumentProblem) => void) | undefined
  /** Receives problems when there is no `onProblem`. Defaults to the console. */
  logger?: Logger | undefined
}

/**
 * Returns merged events in the format of `events.json`, with details from the documents: people, topics,
 * regions, slugs.
 *
 * Pass the events of a loader. It has already removed what only members may see, unless its `audience` is
 * `members`.
 */
export function publishEvents(
  events: readonly MergedEvent[],
  documents: PublishedDocuments,
  options: PublishOptions = {},
): PublishedEvent[] {
  const {pageOf, extension, audience = 'everyone', logger = consoleLogger} = options
  const {onProblem = (problem) => logger.warn(describeProblem(problem))} = options
  const additions = extension && additionsOf({extension, audience, onProblem})
  return publishedEvents(events, documents, {pageOf, additions})
}
