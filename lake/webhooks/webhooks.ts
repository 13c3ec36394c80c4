import {WorkQueue} from '../budget/workQueue.ts'
import type {Engine} from '../engine.ts'
import {reasonOf} from '../reasonOf.ts'
import {ChangeQueue, type QueuedChange, type Step} from './changeQueue.ts'
import type {DeliveryPorts} from './deliverMessage.ts'
import {DeliveryLog, isWhole} from './deliveryLog.ts'
import {DeliveryQueue, type Wait} from './deliveryQueue.ts'
import type {Attempt, Message} from './message.ts'
import {maxSlowTries, PayloadMaker, type PayloadMakerOptions} from './payloadMaker.ts'
import {operationOf} from './payloadOf.ts'
import type {Webhook} from './webhook.ts'
import {WebhookDefinitions, type WebhookDefinitionsOptions} from './webhookDefinitions.ts'

export interface WebhooksOptions
  extends DeliveryPorts, WebhookDefinitionsOptions, PayloadMakerOptions {
  wait: Wait
  warn: (message: string) => void
}

/** All requests of all webhooks at a time. */
const concurrency = 10

interface Deliveries {
  projectId: string
  log: DeliveryLog
  queue: DeliveryQueue
  closing: AbortController
}

/** The webhooks of a lake, and their deliveries after each change. */
export class Webhooks {
  readonly definitions: WebhookDefinitions
  readonly #options: WebhooksOptions
  readonly #deliveries = new Map<string, Deliveries>()
  readonly #closing = new AbortController()
  readonly #payloads: PayloadMaker
  readonly #changes: ChangeQueue
  readonly #requests = new WorkQueue({
    concurrency,
    maxWaiting: Number.POSITIVE_INFINITY,
    work: 'webhooks',
  })

  constructor(options: WebhooksOptions) {
    this.#options = options
    this.definitions = new WebhookDefinitions(options)
    this.#payloads = new PayloadMaker(options)
    this.#changes = new ChangeQueue({
      webhooks: (engine) => this.definitions.activeIn(engine),
      onChange: (webhook, change, tries) => this.#send(webhook, change, tries),
      warn: options.warn,
    })
  }

  /** Sends the webhooks of a dataset from now on. */
  watch(engine: Engine) {
    engine.feed.subscribe((transaction) => {
      if (this.definitions.activeIn(engine).length > 0) this.#changes.push(engine, transaction)
    })
  }

  /** Call it after a dataset was deleted. Forgets the webhooks of a project that has no other one. */
  unwatch({projectId}: Engine) {
    if (this.#options.values(projectId)) return
    for (const [id, deliveries] of this.#deliveries) {
      if (deliveries.projectId !== projectId) continue
      deliveries.log.discard()
      deliveries.closing.abort()
      this.#deliveries.delete(id)
    }
  }

  /** Sends what was not delivered when the lake stopped. */
  resume(projectId: string) {
    for (const webhook of this.definitions.list(projectId)) {
      const {log, queue} = this.#deliveriesOf(webhook)
      for (const message of log.unfinished()) {
        message.status = isWhole(message) ? 'queued' : 'failure'
        if (message.status === 'queued') queue.push(message)
        else log.changed(message)
      }
    }
  }

  /** Deletes a webhook with its log. @throws InvalidInputFault for a declared webhook */
  delete(webhook: Webhook) {
    this.definitions.delete(webhook)
    this.#deliveriesOf(webhook).log.clear()
    this.#deliveries.delete(webhook.id)
  }

  /** Returns the messages of a webhook, the newest one first. */
  messages(webhook: Webhook): Message[] {
    return this.#deliveriesOf(webhook).log.messages()
  }

  /** Returns an attempt of any webhook of a project. */
  attempt(projectId: string, id: string): Attempt | undefined {
    return this.definitions
      .list(projectId)
      .flatMap((webhook) => this.messages(webhook))
      .flatMap(({attempts}) => attempts)
      .find((attempt) => attempt.id === id)
  }

  /** Stops all deliveries, and stores what was not delivered. */
  close() {
    this.#closing.abort()
    this.#changes.close()
    for (const {log} of this.#deliveries.values()) log.flush()
  }

  #send(webhook: Webhook, queued: QueuedChange, tries: number): Step {
    // It may have been deleted, disabled or paused since its turn was planned.
    if (!this.definitions.isActive(webhook)) return 'done'
    const outcome = this.#payloads.make(webhook, queued, tries)
    switch (outcome.kind) {
      case 'none':
        return 'done'
      case 'again':
        return 'again'
      case 'payload':
        this.#deliver(webhook, queued, outcome.payload)
        return 'done'
      case 'failure':
        this.#fail(webhook, queued, outcome.reason)
        return 'done'
      case 'slow':
        this.#fail(webhook, queued, this.#pause(webhook, outcome.reason))
        return 'done'
    }
  }

  #deliver(webhook: Webhook, queued: QueuedChange, payload: string) {
    const {log, queue} = this.#deliveriesOf(webhook)
    const message = this.#message(webhook, queued, {payload, status: 'queued'})
    log.add(message)
    queue.push(message)
  }

  /** A body that cannot be made is a failure in the log. */
  #fail(webhook: Webhook, queued: QueuedChange, reason: string) {
    const message = this.#message(webhook, queued, {payload: reason, status: 'failure'})
    this.#deliveriesOf(webhook).log.add(message)
  }

  #message(
    {id: hookId}: Webhook,
    {engine, transaction, change}: QueuedChange,
    result: Pick<Message, 'payload' | 'status'>,
  ): Message {
    return {
      id: this.#options.makeId(),
      hookId,
      projectId: engine.projectId,
      dataset: engine.dataset,
      createdAt: this.#options.clock.now().toISOString(),
      transactionId: transaction.id,
      transactionTime: transaction.timestamp,
      documentId: change.documentId,
      operation: operationOf(change),
      attempts: [],
      ...result,
    }
  }

  /** Keeps a webhook from costing time with each write. @returns the reason for its log */
  #pause(webhook: Webhook, cause: string): string {
    const reason = `The lake disabled the webhook "${webhook.name}", because its GROQ was too slow ${maxSlowTries} times. ${cause} Then change the webhook. Until then it stays disabled, also after a restart.`
    this.#options.warn(reason)
    try {
      this.definitions.pause(webhook)
    } catch (error) {
      this.#options.warn(reasonOf(error))
    }
    return reason
  }

  #deliveriesOf(webhook: Webhook): Deliveries {
    const {id, projectId} = webhook
    const existing = this.#deliveries.get(id)
    if (existing) return existing
    const log = new DeliveryLog(() => this.#options.values(projectId), id)
    const active = () => {
      const current = this.definitions.get(projectId, id)
      return current?.isDisabledByUser === true ? undefined : current
    }
    const ports = {...this.#options, log, requests: this.#requests, webhook: active}
    const closing = new AbortController()
    const signal = AbortSignal.any([this.#closing.signal, closing.signal])
    const deliveries = {projectId, log, closing, queue: new DeliveryQueue(ports, signal)}
    this.#deliveries.set(id, deliveries)
    return deliveries
  }
}
