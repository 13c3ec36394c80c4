import type {LakeHealth} from '../lake/lakeHealth.ts'
import type {TimeWindow} from '../loader.ts'
import type {QueryParam} from '../lake/queryPort.ts'
import type {Stale} from '../stale.ts'

/** A query for visitors, with what it means. */
export interface Question {
  /** Name of the query, such as `page`. */
  tag: string
  query: string
  params: Record<string, string>
  /** Parameters of a text from the caller. Any name can occur. */
  ownParams?: Readonly<Record<string, QueryParam>>
  /** UTC instant that divides "next" from "past". */
  now: string
  /** Requested window. The parameters `from` and `to` can extend it. */
  window?: TimeWindow
  /** Which sessions the list `items` contains. */
  when?: 'upcoming' | 'past' | undefined
  /** Maximum length of a list, by its name. */
  limits?: Record<string, number>
}

/**
 * A result after validation: the lists and counts that a loader returns to anyone. It contains no document
 * that was left out, and nothing that the loader removes for visitors.
 */
export interface Answer {
  lists: Record<string, readonly unknown[]>
  counts: Record<string, number>
  syncTags: readonly string[]
}

/** How to answer one question. */
export interface AnswerSources<Result> {
  /** Identifies the project and the dataset. */
  source: string
  /** Sends the query. @throws QueryError */
  fresh(): Promise<{result: Result; answer: Answer}>
  /** Makes a result from an earlier answer. @throws when the answer does not fit the question */
  restored(answer: Answer): Result
  /** State of the Content Lake as last observed. */
  health(): LakeHealth
}

/**
 * Keeps the last good answers of a loader, and returns them while the Content Lake does not answer:
 * `lastGood` of touchpoints/last-good. Questions of previews never get here.
 */
export interface LastGood {
  answer<Result>(
    question: Question,
    sources: AnswerSources<Result>,
  ): Promise<{result: Result; stale?: Stale}>
}
