import type {WorkQueue} from '../budget/workQueue.ts'
import {CancelledFault} from '../faults.ts'
import {deliverMessage, type DeliveryPorts} from './deliverMessage.ts'
import type {DeliveryLog} from './deliveryLog.ts'
import type {Message} from './message.ts'
import type {Webhook} from './webhook.ts'

/** An import of as many documents arrives completely. */
const maxQueued = 10_000
const maxQueuedCharacters = 16_000_000

/** Waits, and rejects if the signal is aborted meanwhile. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>

export interface DeliveryQueuePorts extends DeliveryPorts {
  wait: Wait
  log: DeliveryLog
  /** Bounds the requests of all webhooks. */
  requests: WorkQueue
  /** Returns the webhook as it is now. Undefined if it was deleted or disabled. */
  webhook: () => Webhook | undefined
}

/**
 * Delivers the messages of one webhook in the order of the changes, one at a time, as on the hosted service. A
 * message that is repeated delays the ones behind it.
 */
export class DeliveryQueue {
  readonly #ports: DeliveryQueuePorts
  readonly #signal: AbortSignal
  readonly #messages: Message[] = []
  #characters = 0
  #isRunning = false

  constructor(ports: DeliveryQueuePorts, signal: AbortSignal) {
    this.#ports = ports
    this.#signal = signal
  }

  /** Adds a message. A message too many fails at once. */
  push(message: Message) {
    const isFull =
      this.#messages.length >= maxQueued ||
      this.#characters + message.payload.length > maxQueuedCharacters
    if (isFull) return this.#fail(message)
    this.#messages.push(message)
    this.#characters += message.payload.length
    if (!this.#isRunning) void this.#run()
  }

  async #run() {
    this.#isRunning = true
    for (;;) {
      const [message] = this.#messages
      if (!message) break
      try {
        await this.#deliver(message)
      } catch {
        // The lake closes. The log has what was not delivered.
        if (this.#signal.aborted) break
        this.#fail(message)
      }
      this.#messages.shift()
      this.#characters -= message.payload.length
    }
    this.#isRunning = false
  }

  #fail(message: Message) {
    message.status = 'failure'
    this.#ports.log.changed(message)
  }

  async #deliver(message: Message) {
    const {requests, log, wait, webhook} = this.#ports
    const signal = this.#signal
    for (;;) {
      if (signal.aborted) throw new CancelledFault()
      const current = webhook()
      if (!current) return this.#fail(message)
      const next = await requests.run(() => deliverMessage(current, message, this.#ports, signal), {
        signal,
      })
      if (signal.aborted) {
        // The receiver may have got it. The lake sends it again, with the same idempotency key.
        message.status = 'queued'
        message.attempts.pop()
        throw new CancelledFault()
      }
      log.changed(message)
      if (next.kind === 'done') return
      await wait(next.milliseconds, signal)
    }
  }
}
