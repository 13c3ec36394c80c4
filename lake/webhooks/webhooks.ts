import {WorkQueue} from '../budget/workQueue.ts'
import type {ProjectValues} from '../datasets/datasets.ts'
import type {Engine} from '../engine.ts'
import {InvalidInputFault, QueryBudgetFault} from '../faults.ts'
import {reasonOf} from '../reasonOf.ts'
import {ChangeQueue, type QueuedChange, type Step} from './changeQueue.ts'
import type {DeliveryPorts} from './deliverMessage.ts'
import {DeliveryLog, isWhole} from './deliveryLog.ts'
import {DeliveryQueue, type Wait} from './deliveryQueue.ts'
import {DestinationError} from './destinations.ts'
import type {Attempt, Message} from './message.ts'
import {type EvaluateChange, isAbout, operationOf, payloadOf} from './payloadOf.ts'
import {type NewWebhook, parseWebhook, type Webhook} from './webhook.ts'
import {WebhookStore} from './webhookStore.ts'

export interface WebhooksOptions extends DeliveryPorts {
  /** The durable values of a project. Undefined if it does not exist. */
  values: (projectId: string) => ProjectValues | undefined
  /** Webhooks in the options of the lake. Clients cannot change them. */
  declared: readonly Webhook[]
  /** Checks GROQ. @throws QuerySyntaxFault */
  checkExpression: (expression: string) => void
  /** Returns a function that evaluates GROQ about changes in a dataset. */
  evaluateIn: (engine: Engine) => EvaluateChange
  wait: Wait
  /** Returns the time that this thread has run. Undefined if it is not known. */
  processorMilliseconds: () => number | undefined
  warn: (message: string) => void
}

/** All requests of all webhooks at a time. */
const concurrency = 10
/** A body is a projection. A receiver that needs a larger document queries it. */
const maxPayloadCharacters = 256_000
/** Tries of one change that used the processor, until its webhook is paused. */
const maxSlowTries = 3
/** A try that used less of the processor was stopped because the machine is busy. */
const slowMilliseconds = 10
/** All tries of one change. A machine that stays busy costs this message, and not the webhook. */
const maxTries = 100

interface Deliveries {
  projectId: string
  log: DeliveryLog
  queue: DeliveryQueue
  closing: AbortController
}

/** The webhooks of a lake: their definitions, and their deliveries after each change. */
export class Webhooks {
  readonly #options: WebhooksOptions
  /** By the values of a project, which are others after its oldest dataset was deleted. */
  readonly #stores = new WeakMap<ProjectValues, WebhookStore>()
  readonly #deliveries = new Map<string, Deliveries>()
  /** The slow tries of the change that is passed on now, by the id of the webhook. */
  readonly #slowTries = new Map<string, number>()
  readonly #evaluators = new WeakMap<Engine, EvaluateChange>()
  readonly #closing = new AbortController()
  readonly #changes: ChangeQueue
  readonly #requests = new WorkQueue({
    concurrency,
    maxWaiting: Number.POSITIVE_INFINITY,
    work: 'webhooks',
  })

  constructor(options: WebhooksOptions) {
    this.#options = options
    this.#changes = new ChangeQueue({
      webhooks: (engine) => this.#activeIn(engine),
      onChange: (webhook, change, tries) => this.#send(webhook, change, tries),
      warn: options.warn,
    })
  }

  /** Sends the webhooks of a dataset from now on. */
  watch(engine: Engine) {
    engine.feed.subscribe((transaction) => {
      if (this.#activeIn(engine).length > 0) this.#changes.push(engine, transaction)
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
    for (const webhook of this.list(projectId)) {
      const {log, queue} = this.#deliveriesOf(webhook)
      for (const message of log.unfinished()) {
        message.status = isWhole(message) ? 'queued' : 'failure'
        if (message.status === 'queued') queue.push(message)
        else log.changed(message)
      }
    }
  }

  /** Returns the webhooks of a project, the declared ones first. A project without datasets has none. */
  list(projectId: string): Webhook[] {
    const values = this.#options.values(projectId)
    if (!values) return []
    const declared = this.#options.declared.filter((webhook) => webhook.projectId === projectId)
    const store = this.#storeIn(values)
    return [...declared, ...store.list()].map((webhook) =>
      store.isPaused(webhook) ? {...webhook, isDisabled: true} : webhook,
    )
  }

  get(projectId: string, id: string): Webhook | undefined {
    return this.list(projectId).find((webhook) => webhook.id === id)
  }

  /** @throws InvalidInputFault if a field is invalid, or the URL leads to a host that is not allowed */
  create(projectId: string, body: unknown, createdByUserId: string): Webhook {
    const {makeId, clock} = this.#options
    const webhook = {
      ...this.#parsed(body),
      id: makeId(),
      projectId,
      isDisabled: false,
      createdByUserId,
      createdAt: clock.now().toISOString(),
      updatedAt: null,
      deletedAt: null,
    }
    this.#store(projectId).put(webhook)
    return webhook
  }

  /** Changes the fields that the body has. @throws InvalidInputFault like `create`, and for a declared webhook */
  update(webhook: Webhook, body: unknown): Webhook {
    this.#assertStored(webhook)
    const updatedAt = this.#options.clock.now().toISOString()
    const changed = {...webhook, ...this.#parsed(body, webhook), isDisabled: false, updatedAt}
    const store = this.#store(webhook.projectId)
    store.put(changed)
    store.resume(webhook.id)
    return changed
  }

  /** Deletes a webhook with its log. @throws InvalidInputFault for a declared webhook */
  delete(webhook: Webhook) {
    this.#assertStored(webhook)
    this.#store(webhook.projectId).delete(webhook.id)
    this.#deliveriesOf(webhook).log.clear()
    this.#deliveries.delete(webhook.id)
  }

  /** Returns the messages of a webhook, the newest one first. */
  messages(webhook: Webhook): Message[] {
    return this.#deliveriesOf(webhook).log.messages()
  }

  /** Returns an attempt of any webhook of a project. */
  attempt(projectId: string, id: string): Attempt | undefined {
    return this.list(projectId)
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
    const {engine, change} = queued
    // It may have been deleted, disabled or paused since its turn was planned.
    if (!this.#isActive(webhook) || !isAbout(webhook, change)) return 'done'
    if (tries === 1) this.#slowTries.delete(webhook.id)
    const {processorMilliseconds} = this.#options
    const started = processorMilliseconds()
    try {
      const payload = payloadOf(webhook, change, this.#evaluatorOf(engine))
      if (payload === undefined) return 'done'
      if (payload.length <= maxPayloadCharacters) this.#deliver(webhook, queued, payload)
      else this.#fail(webhook, queued, tooLarge(payload))
    } catch (error) {
      if (!(error instanceof QueryBudgetFault) || error.budget !== 'time') {
        this.#fail(webhook, queued, reasonOf(error))
        return 'done'
      }
      const ended = processorMilliseconds()
      const isKnown = started !== undefined && ended !== undefined
      const isSlow = !isKnown || ended - started >= slowMilliseconds
      const slowTries = (this.#slowTries.get(webhook.id) ?? 0) + (isSlow ? 1 : 0)
      this.#slowTries.set(webhook.id, slowTries)
      if (slowTries < maxSlowTries && tries < maxTries) return 'again'
      const isPaused = slowTries >= maxSlowTries
      this.#fail(webhook, queued, isPaused ? this.#pause(webhook, error) : error.message)
    }
    return 'done'
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
  #pause(webhook: Webhook, {message}: QueryBudgetFault): string {
    const {name, projectId} = webhook
    const reason = `The lake disabled the webhook "${name}", because its GROQ was too slow ${maxSlowTries} times. ${message} Then change the webhook. Until then it stays disabled, also after a restart.`
    this.#options.warn(reason)
    try {
      this.#store(projectId).pause(webhook)
    } catch (error) {
      this.#options.warn(reasonOf(error))
    }
    return reason
  }

  #evaluatorOf(engine: Engine): EvaluateChange {
    const evaluate = this.#evaluators.get(engine) ?? this.#options.evaluateIn(engine)
    this.#evaluators.set(engine, evaluate)
    return evaluate
  }

  #activeIn({projectId, dataset}: Engine): Webhook[] {
    return this.list(projectId).filter(
      (webhook) =>
        !webhook.isDisabledByUser &&
        !webhook.isDisabled &&
        (webhook.dataset === '*' || webhook.dataset === dataset),
    )
  }

  #isActive({projectId, id}: Webhook): boolean {
    const current = this.get(projectId, id)
    return current !== undefined && !current.isDisabledByUser && !current.isDisabled
  }

  #parsed(body: unknown, base?: Webhook): NewWebhook {
    const fields = parseWebhook(body, base)
    checkWebhook(fields, this.#options)
    return fields
  }

  #assertStored({id, name}: Webhook) {
    if (!this.#options.declared.some((declared) => declared.id === id)) return
    throw new InvalidInputFault(
      `The webhook "${name}" is in the options of the lake. Change it there, and restart the lake.`,
    )
  }

  #store(projectId: string): WebhookStore {
    const values = this.#options.values(projectId)
    if (!values) throw new InvalidInputFault(`There is no project "${projectId}"`)
    return this.#storeIn(values)
  }

  #storeIn(values: ProjectValues): WebhookStore {
    const existing = this.#stores.get(values)
    if (existing) return existing
    const store = new WebhookStore(values)
    this.#stores.set(values, store)
    return store
  }

  #deliveriesOf(webhook: Webhook): Deliveries {
    const {id, projectId} = webhook
    const existing = this.#deliveries.get(id)
    if (existing) return existing
    const log = new DeliveryLog(() => this.#options.values(projectId), id)
    const active = () => {
      const current = this.get(projectId, id)
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

function tooLarge({length}: string): string {
  return `The body has ${length} characters. The limit is ${maxPayloadCharacters}. Use a projection.`
}

/** @throws InvalidInputFault if the host is not allowed @throws QuerySyntaxFault if the GROQ does not parse */
export function checkWebhook(
  {url, rule: {filter, projection}}: NewWebhook,
  {destinations, checkExpression}: Pick<WebhooksOptions, 'destinations' | 'checkExpression'>,
) {
  for (const expression of [filter, projection]) {
    if (expression?.trim()) checkExpression(expression)
  }
  try {
    destinations.assertAllowed(url)
  } catch (error) {
    if (error instanceof DestinationError) throw new InvalidInputFault(error.message)
    throw error
  }
}
