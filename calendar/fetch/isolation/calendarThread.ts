import {Worker} from 'node:worker_threads'
import type {CalendarsRequest, CalendarsResult} from '../../calendarReader.ts'
import type {IsolationLimits} from './isolationLimits.ts'
import type {FromThread, ThreadData, ThreadOptions, ToThread} from './messages.ts'
import {Quarantine, type Ending} from './quarantine.ts'

/** How often the thread is checked within `limits.work`. A suspended process makes no checks. */
const checksPerWork = 20
/** How often a request is sent to a new thread after a feed ended the previous one. */
const maxAttempts = 5
const minRestartDelay = 1000
const maxRestartDelay = 60_000

/** Thrown when the thread ended without a result. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded'
}

interface Pending {
  request: CalendarsRequest
  attempts: number
  resolve: (result: CalendarsResult) => void
  reject: (error: unknown) => void
}

export interface CalendarThreadOptions {
  /** Path or address of the worker's file. */
  file: string | URL
  options: ThreadOptions
  limits: IsolationLimits
  /** Milliseconds. */
  now: () => number
}

/**
 * A worker thread that reads feeds, and is replaced when it ends.
 *
 * The thread is ended when it works for `limits.work` without a pause. The feed that it was working on
 * is put in quarantine, and the requests are sent to a new thread. Its feed cache is on disk, so the
 * new thread has the last good copies.
 */
export class CalendarThread {
  readonly #settings: CalendarThreadOptions
  readonly #quarantine: Quarantine
  readonly #pending = new Map<number, Pending>()
  #worker: Worker | undefined
  #number = 0
  /** The feed and text that the thread is working on. */
  #current: {id: string; text: string} | undefined
  #isReady = false
  /** Checks since the last message of the thread. */
  #silentChecks = 0
  #checks: ReturnType<typeof setInterval> | undefined
  /** Consecutive endings without a cause. */
  #failures = 0
  #restart: ReturnType<typeof setTimeout> | undefined

  constructor(settings: CalendarThreadOptions) {
    this.#settings = settings
    this.#quarantine = new Quarantine(settings.limits, settings.now)
  }

  /** Number of requests without a result. */
  get waiting(): number {
    return this.#pending.size
  }

  /**
   * Reads feeds in the thread.
   *
   * @throws ThreadEnded when the thread ended and no feed is the cause
   */
  read(request: CalendarsRequest): Promise<CalendarsResult> {
    return new Promise((resolve, reject) => {
      const number = this.#number++
      const pending = {request, attempts: 0, resolve, reject}
      this.#pending.set(number, pending)
      if (this.#worker) this.#send(this.#worker, number, pending)
      else if (this.#restart === undefined) this.#start()
    })
  }

  /** Ends the thread. Requests without a result are rejected. */
  async close(): Promise<void> {
    clearTimeout(this.#restart)
    const worker = this.#release()
    this.#rejectAll()
    await worker?.terminate()
  }

  #start(): void {
    this.#restart = undefined
    const {file, options, limits} = this.#settings
    let worker: Worker
    try {
      worker = new Worker(file, {
        name: 'touchpoints-calendars',
        workerData: {touchpoints: options} satisfies ThreadData,
        resourceLimits: {maxOldGenerationSizeMb: limits.memory},
      })
    } catch (error) {
      this.#rejectAll(error)
      return
    }
    this.#worker = worker
    const ifCurrent = (run: () => void) => {
      if (this.#worker === worker) run()
    }
    worker.on('message', (message: FromThread) => ifCurrent(() => this.#receive(message)))
    worker.on('error', (error: unknown) => ifCurrent(() => this.#end(endingOf(error))))
    worker.on('exit', () => ifCurrent(() => this.#end('crash')))
    for (const [number, pending] of this.#pending) this.#send(worker, number, pending)
  }

  #send(worker: Worker, number: number, {request}: Pending): void {
    const quarantined = this.#quarantine.current()
    worker.postMessage({kind: 'read', number, request, quarantined} satisfies ToThread)
    worker.ref()
    this.#checks ??= setInterval(
      () => this.#check(worker),
      this.#settings.limits.work / checksPerWork,
    )
  }

  #check(worker: Worker): void {
    if (this.#isReady) this.#silentChecks++
    if (this.#silentChecks > checksPerWork) this.#end('time')
    else worker.postMessage({kind: 'ping'} satisfies ToThread)
  }

  #receive(message: FromThread): void {
    this.#isReady = true
    this.#silentChecks = 0
    switch (message.kind) {
      case 'working':
        this.#current = {id: message.id, text: message.text}
        return
      case 'idle':
        this.#current = undefined
        return
      case 'pong':
        return
      case 'result':
        this.#failures = 0
        this.#take(message.number)?.resolve(message.result)
        return
      case 'failed':
        this.#take(message.number)?.reject(message.error)
        return
    }
  }

  #take(number: number): Pending | undefined {
    const pending = this.#pending.get(number)
    this.#pending.delete(number)
    if (this.#pending.size === 0) {
      this.#stopChecks()
      // An idle thread must not keep the process running.
      this.#worker?.unref()
    }
    return pending
  }

  #end(ending: Ending): void {
    const cause = this.#current
    const worker = this.#release()
    void worker?.terminate()
    if (cause) this.#quarantineFeed(cause, ending)
    for (const [number, pending] of this.#pending) {
      pending.attempts++
      if (pending.attempts >= (cause ? maxAttempts : 2)) {
        this.#pending.delete(number)
        pending.reject(new ThreadEnded(`The thread that reads calendars ended (${ending}).`))
      }
    }
    if (cause) {
      if (this.#pending.size > 0) this.#start()
      return
    }
    const delay = Math.min(minRestartDelay * 2 ** this.#failures++, maxRestartDelay)
    this.#restart = setTimeout(() => {
      this.#restart = undefined
      if (this.#pending.size > 0) this.#start()
    }, delay)
    if (this.#pending.size === 0) this.#restart.unref()
  }

  #quarantineFeed({id, text}: {id: string; text: string}, ending: Ending): void {
    const requested = [...this.#pending.values()].flatMap(({request}) => request.feeds)
    const url = requested.find((feed) => feed.id === id)?.feedUrl ?? ''
    this.#quarantine.add({id, url, text}, ending)
  }

  #release(): Worker | undefined {
    const worker = this.#worker
    this.#stopChecks()
    this.#worker = undefined
    this.#current = undefined
    this.#isReady = false
    this.#silentChecks = 0
    return worker
  }

  #stopChecks(): void {
    clearInterval(this.#checks)
    this.#checks = undefined
  }

  #rejectAll(
    error: unknown = new ThreadEnded('The thread that reads calendars was closed.'),
  ): void {
    const all = [...this.#pending.values()]
    this.#pending.clear()
    for (const {reject} of all) reject(error)
  }
}

function endingOf(error: unknown): Ending {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash'
}
