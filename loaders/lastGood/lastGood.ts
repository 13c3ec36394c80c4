import {lru} from 'tiny-lru'
import * as z from 'zod/mini'

import {QueryError} from '../errors.ts'
import type {LakeHealth} from '../lake/lakeHealth.ts'
import {consoleLogger, oncePerMinute, type Logger} from '../logger.ts'
import {
  callback,
  checkOptions,
  logger,
  wholeNumber,
  withMethods,
  type Checks,
} from '../options/optionChecks.ts'
import type {QueryFailure, Stale} from '../stale.ts'
import {toSecond} from '../views/instant.ts'
import type {AnswerStore} from './answerStore.ts'
import {divideSessions} from './divideSessions.ts'
import type {Answer, AnswerSources, LastGood, Question} from './lastGoodPort.ts'
import {chosenParams, digestOf, questionKey} from './questionKey.ts'

export interface LastGoodOptions {
  /**
   * Milliseconds after a failure during which no query is tried, and every visitor gets the last good
   * answer at once. After that, one query in the background tries again. Defaults to 5,000.
   */
  retryAfter?: number
  /**
   * Receives errors that visitors don't see: why an answer is an earlier one, and faults of the store.
   * Defaults to the console, with each cause once a minute. `silent` turns it off.
   */
  logger?: Logger
  /** Real time in milliseconds since 1970. Defaults to the system's clock. */
  clock?: () => number
}

const checks = {
  retryAfter: wholeNumber,
  logger,
  clock: callback,
} as const satisfies Checks<LastGoodOptions>

const storeMethods = withMethods(
  'fileAnswers(folder) or memoryAnswers()',
  'get',
  'set',
  'removeWhere',
)

const usesEarlier = 'touchpoints: a query failed, so its last good result is used.'
const storeFailed = 'touchpoints: the store of last good results failed.'

/** Keeps answers in a store. */
export interface LastGoodAnswers extends LastGood {
  /**
   * Resolves when every answer is stored and no query runs in the background. A host that freezes a function
   * after its response must wait for it (`waitUntil`).
   */
  settled(): Promise<void>
  /**
   * Removes the answers that carry one of these sync tags, also from the store. Call it with the tags of each
   * live event: what was withdrawn must not come back while the Content Lake is down.
   */
  outdate(tags: readonly string[]): void
}

/** An unchanged answer is stored again after this time, so that `since` stays true after a restart. */
const confirmAfter = 60_000

/** Answers that wait for a slow store. More are dropped. */
const maxWaiting = 100

/** Tags with a remembered last change, for queries that were sent before it and end after it. */
const maxTags = 10_000

const stored = z.object({
  version: z.literal(1),
  /** Real time at which it was asked, UTC. */
  since: z.string(),
  /** The question's `now`. */
  now: z.string(),
  /** Window that its sessions cover. */
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  answer: z.object({
    lists: z.record(z.string(), z.array(z.unknown())),
    counts: z.record(z.string(), z.number()),
    syncTags: z.array(z.string()),
  }),
})

type Stored = z.output<typeof stored>

/** An answer that is about to be stored. */
interface Waiting {
  text: string
  isEmpty: boolean
  syncTags: readonly string[]
  /** Number of its query. */
  order: number
}

/**
 * Keeps the last good answer of every question in a store, and returns it while the Content Lake does not
 * answer, with `stale`. Sessions are divided again into past and next ones by the current time.
 *
 * Only answers for visitors are stored, after validation: no drafts, no tokens, no document that was left
 * out. An answer is never replaced by a failed or incomplete one. When the Content Lake refuses a query
 * (401, 403), there is no earlier answer either until it answers again, because a dataset may have become
 * private.
 *
 * Pass the tags of live events to `outdate`. Without it, content that was withdrawn can come back.
 *
 * @throws ConfigurationError when the store or an option is invalid
 * @example
 * import {fileAnswers} from 'touchpoints/node'
 * const loader = createLoader({projectId, dataset, lastGood: lastGood(fileAnswers('.touchpoints/answers'))})
 */
export function lastGood(store: AnswerStore, options: LastGoodOptions = {}): LastGoodAnswers {
  checkOptions('lastGood', {...options, store}, {...checks, store: storeMethods}, ['store'])
  const {retryAfter = 5000, clock = Date.now} = options
  const log = oncePerMinute(options.logger ?? consoleLogger, clock)
  const onError = (error: unknown) =>
    log.error(error instanceof QueryError ? usesEarlier : storeFailed, error)
  const written = lru<{digest: string; at: number; order: number}>(1000)
  const waiting = new Map<string, Waiting>()
  const background = new Set<Promise<unknown>>()
  let queries = 0
  /** Changed tags. The store may still have answers with them. */
  const unremoved = new Set<string>()
  /** Number of the first query after the last change of a tag. */
  const changedAt = lru<number>(maxTags)
  let lastChangeAt = 0
  let storing: Promise<unknown> = Promise.resolve()
  let willRemove = false
  let isWriting = false
  let isProbing = false

  function inBackground(work: Promise<unknown>) {
    const task = work.catch(onError).finally(() => background.delete(task))
    background.add(task)
  }

  async function copyOf(question: Question, source: string): Promise<Stored | undefined> {
    const at = queries
    try {
      const text = await store.get(await questionKey(question, source))
      const {data} = stored.safeParse(text === undefined ? undefined : JSON.parse(text))
      if (!data || !covers(data, question)) return undefined
      const {syncTags} = data.answer
      return carries(syncTags, unremoved) || isOutdated(syncTags, at) ? undefined : data
    } catch (error) {
      onError(error)
      return undefined
    }
  }

  /** Takes the text at once, because the caller owns the values from now on. */
  function keep(question: Question, source: string, answer: Answer, at: number, order: number) {
    if (!isAboutNow(question)) return
    const {from, to} = question.params
    const range = question.window && {from, to}
    const record = {version: 1, since: toSecond(at), now: question.now, ...range, answer}
    const text = JSON.stringify(record)
    const isEmpty =
      chosenParams(question).length > 0 &&
      Object.values(answer.lists).every((list) => list.length === 0)
    const content = JSON.stringify(answer)
    const put = async () => {
      const [key, digest] = await Promise.all([questionKey(question, source), digestOf(content)])
      const last = written.get(key)
      // A slow query can end after a later one.
      if (last && last.order > order) return
      // A clock can jump, also back.
      if (last?.digest === digest && Math.abs(at - last.at) < confirmAfter) return
      if (waiting.size >= maxWaiting && !waiting.has(key)) return
      written.set(key, {digest, at, order})
      waiting.set(key, {text, isEmpty, syncTags: answer.syncTags, order})
      await writeAll()
    }
    inBackground(put())
  }

  async function writeAll() {
    if (isWriting) return
    isWriting = true
    for (const [key, answer] of waiting) {
      waiting.delete(key)
      await inOrder(() => write(key, answer))
    }
    isWriting = false
  }

  async function write(key: string, {text, isEmpty, syncTags, order}: Waiting) {
    try {
      // Visitors choose slugs. What does not exist must not push out what does.
      if (isEmpty && (await store.get(key)) === undefined) return
      if (!isOutdated(syncTags, order)) await store.set(key, text)
    } catch (error) {
      written.delete(key)
      onError(error)
    }
  }

  /** An answer from before a change must not be set after the change removed it. */
  function inOrder(task: () => Promise<void>): Promise<void> {
    const done = storing.then(task)
    storing = done.catch(onError)
    return done
  }

  /** Whether one of the tags has changed since the query with this number. */
  function isOutdated(syncTags: readonly string[], order: number): boolean {
    if (syncTags.length === 0) return order < lastChangeAt
    return syncTags.some((tag) => order < (changedAt.get(tag) ?? 0))
  }

  async function removeOutdated() {
    willRemove = false
    const tags = new Set(unremoved)
    await store.removeWhere((text) => carries(tagsOf(text), tags))
    for (const tag of tags) unremoved.delete(tag)
  }

  /** Tries again without a visitor who waits. One query at a time is enough. */
  function probe<Result>(question: Question, sources: AnswerSources<Result>) {
    if (isProbing) return
    isProbing = true
    inBackground(ask(question, sources).finally(() => (isProbing = false)))
  }

  async function ask<Result>(question: Question, sources: AnswerSources<Result>) {
    const at = clock()
    const order = queries++
    const {result, answer} = await sources.fresh()
    keep(question, sources.source, answer, at, order)
    return {result}
  }

  function restore<Result>(
    copy: Stored | undefined,
    reason: QueryFailure,
    question: Question,
    sources: AnswerSources<Result>,
  ): {result: Result; stale: Stale} | undefined {
    if (!copy) return undefined
    try {
      const result = sources.restored(divideSessions(copy.answer, copy.now, question))
      return {result, stale: {since: copy.since, reason}}
    } catch (error) {
      onError(error)
      return undefined
    }
  }

  return {
    async answer(question, sources) {
      const health = sources.health()
      if (health.state === 'unavailable' && !hasRefused(health)) {
        const copy = await copyOf(question, sources.source)
        const earlier = restore(copy, health.reason, question, sources)
        if (earlier) {
          // Another visitor's query can have failed while the copies of many were read.
          const latest = sources.health()
          const isDue =
            latest.state === 'unavailable' &&
            Math.abs(clock() - Date.parse(latest.checkedAt)) >= retryAfter
          if (isDue) probe(question, sources)
          return earlier
        }
      }
      try {
        return await ask(question, sources)
      } catch (error) {
        if (!(error instanceof QueryError) || hasRefused(sources.health())) throw error
        const copy = await copyOf(question, sources.source)
        const earlier = restore(copy, error.reason, question, sources)
        if (!earlier) throw error
        onError(error)
        return earlier
      }
    },
    async settled() {
      while (background.size > 0) await Promise.all(background)
    },
    outdate(tags) {
      queries += 1
      lastChangeAt = queries
      for (const tag of tags) {
        changedAt.set(tag, queries)
        unremoved.add(tag)
      }
      // The same answer is stored again after it was removed.
      for (const last of written.values()) if (last) last.digest = ''
      // An import sends many events. Their removals that wait are one pass over the store.
      if (willRemove) return
      willRemove = true
      inBackground(inOrder(removeOutdated))
    },
  }
}

/** Whether the Content Lake has refused a query, and answered none since. */
function hasRefused(health: LakeHealth): boolean {
  return health.state === 'unavailable' && health.refusedAt !== undefined
}

function tagsOf(text: string): readonly string[] {
  try {
    return stored.safeParse(JSON.parse(text)).data?.answer.syncTags ?? []
  } catch {
    return []
  }
}

/** Whether an answer may contain what changed. Without tags, nobody knows. */
function carries(syncTags: readonly string[], changed: ReadonlySet<string>): boolean {
  if (changed.size === 0) return false
  return syncTags.length === 0 || syncTags.some((tag) => changed.has(tag))
}

/** A window elsewhere in time is a visitor's choice. Only what is about now is kept. */
function isAboutNow({window, now}: Question): boolean {
  return !window || (window.from <= now && now < window.to)
}

/** Whether a copy has the sessions of a window: all of them, or as far as it goes from now. */
function covers({from = '', to = ''}: Stored, question: Question): boolean {
  const {window} = question
  if (!window) return true
  if (from <= window.from && window.to <= to) return true
  return isAboutNow(question) && from <= question.now && question.now < to
}
