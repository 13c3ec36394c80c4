import * as z from 'zod'
import type {ProjectValues} from '../datasets/datasets.ts'
import {message as messageFormat, type Message} from './message.ts'

const pageCount = 4
const pageSize = 25
const flushMilliseconds = 1_000
/** The log keeps the start of a longer body. Such a message is not sent again after a restart. */
const maxPayloadCharacters = 16_384

const storedPage = z.object({sequence: z.number(), messages: z.array(messageFormat)})

interface Page {
  name: string
  /** A page that was filled later has a higher number. */
  sequence: number
  messages: Message[]
  isChanged: boolean
}

/**
 * The last 76 to 100 messages of a webhook. They are stored in four pages, and a changed page at most once a
 * second, so that a burst of deliveries costs a few writes.
 */
export class DeliveryLog {
  readonly #values: () => ProjectValues | undefined
  readonly #pages: Page[]
  readonly #pageOf = new WeakMap<Message, Page>()
  #timer: NodeJS.Timeout | undefined

  /** @param values - returns where to store the log, which moves with the project. Undefined if it is gone */
  constructor(values: () => ProjectValues | undefined, hookId: string) {
    this.#values = values
    this.#pages = Array.from({length: pageCount}, (_, index) => {
      const name = `project/webhooks/${hookId}/${index}`
      const stored = storedPage.safeParse(values()?.value(name))
      const {sequence, messages} = stored.success ? stored.data : {sequence: 0, messages: []}
      const page = {name, sequence, messages, isChanged: false}
      for (const message of messages) this.#pageOf.set(message, page)
      return page
    })
  }

  /** Returns the messages, the newest one first. */
  messages(): Message[] {
    return this.#pages
      .toSorted((a, b) => a.sequence - b.sequence)
      .flatMap(({messages}) => messages)
      .toReversed()
  }

  /** Returns the messages that were not delivered when the lake stopped, the oldest one first. */
  unfinished(): Message[] {
    return this.messages()
      .filter(({status}) => status === 'queued' || status === 'sending')
      .toReversed()
  }

  add(message: Message) {
    const page = this.#pageWithSpace()
    page.messages.push(message)
    this.#pageOf.set(message, page)
    this.changed(message)
  }

  /** Call it after a message has changed. */
  changed(message: Message) {
    const page = this.#pageOf.get(message)
    // A message can leave the log before it is delivered.
    if (!page?.messages.includes(message)) return
    page.isChanged = true
    if (this.#timer) return
    this.#timer = setTimeout(() => this.flush(), flushMilliseconds)
    this.#timer.unref()
  }

  /** Stores what has changed. */
  flush() {
    clearTimeout(this.#timer)
    this.#timer = undefined
    for (const page of this.#pages) {
      if (!page.isChanged) continue
      page.isChanged = false
      this.#store(page)
    }
  }

  /** Deletes all messages. */
  clear() {
    for (const page of this.#pages) {
      page.messages = []
      page.isChanged = true
    }
    this.flush()
  }

  /** Forgets what is not stored yet. */
  discard() {
    clearTimeout(this.#timer)
    for (const page of this.#pages) page.messages = []
  }

  #store({name, sequence, messages}: Page) {
    const bounded = messages.map(({payload, ...message}) => ({
      ...message,
      payload: payload.slice(0, maxPayloadCharacters),
    }))
    try {
      this.#values()?.setValue(name, {sequence, messages: bounded})
    } catch {
      // The next write of a document needs the same disk, and reports the error.
    }
  }

  #pageWithSpace(): Page {
    const pages = this.#pages.toSorted((a, b) => a.sequence - b.sequence)
    const [reused] = pages
    const newest = pages.at(-1)
    if (!reused || !newest) throw new Error('A log has pages')
    if (newest.messages.length < pageSize) return newest
    reused.sequence = newest.sequence + 1
    reused.messages = []
    return reused
  }
}

/** Returns whether the log has the whole body of a message. */
export function isWhole({payload}: Pick<Message, 'payload'>): boolean {
  return payload.length < maxPayloadCharacters
}
