import * as z from 'zod'
import type {ProjectValues} from '../datasets/datasets.ts'
import {InvalidInputFault} from '../faults.ts'
import {withStorageFault} from '../store/withStorageFault.ts'
import {storedWebhook, type Webhook} from './webhook.ts'

/** Without the prefix `lake/`: the value belongs to the project, and moves when its oldest dataset is deleted. */
const storedName = 'project/webhooks'
const pausesName = 'project/webhooks/paused'
const maxWebhooks = 50

/** The rule of each paused webhook, as JSON, by the id of the webhook. */
const pauses = z.record(z.string(), z.string())

/** The webhooks of a project that clients created, and which of all its webhooks the lake paused. */
export class WebhookStore {
  readonly #values: ProjectValues
  #all: readonly Webhook[]
  #pauses: Readonly<Record<string, string>>

  constructor(values: ProjectValues) {
    this.#values = values
    const stored = z.array(storedWebhook).safeParse(values.value(storedName))
    this.#all = stored.success ? stored.data : []
    const paused = pauses.safeParse(values.value(pausesName))
    this.#pauses = paused.success ? paused.data : {}
  }

  /** Returns the webhooks, the oldest one first. */
  list(): readonly Webhook[] {
    return this.#all
  }

  /** Stores a webhook, in the place of one with the same id. @throws InvalidInputFault if there are too many */
  put(webhook: Webhook) {
    const index = this.#all.findIndex(({id}) => id === webhook.id)
    if (index === -1 && this.#all.length >= maxWebhooks) {
      throw new InvalidInputFault(`A project can have ${maxWebhooks} webhooks. Delete one first.`)
    }
    this.#store(index === -1 ? [...this.#all, webhook] : this.#all.with(index, webhook))
  }

  delete(id: string) {
    this.#store(this.#all.filter((webhook) => webhook.id !== id))
    this.resume(id)
  }

  /** Returns whether the lake paused a webhook. Another rule ends the pause, such as one in the options of the lake. */
  isPaused({id, rule}: Webhook): boolean {
    return Object.hasOwn(this.#pauses, id) && this.#pauses[id] === JSON.stringify(rule)
  }

  /** Pauses a webhook, also after a restart. Without space to store that, until then. */
  pause({id, rule}: Webhook) {
    this.#storePauses({...this.#pauses, [id]: JSON.stringify(rule)})
  }

  /** Ends the pause of a webhook. */
  resume(id: string) {
    if (!Object.hasOwn(this.#pauses, id)) return
    const {[id]: _, ...others} = this.#pauses
    this.#storePauses(others)
  }

  #storePauses(paused: Readonly<Record<string, string>>) {
    this.#pauses = paused
    withStorageFault('webhook', () => this.#values.setValue(pausesName, paused))
  }

  #store(webhooks: readonly Webhook[]) {
    withStorageFault('webhook', () => this.#values.setValue(storedName, webhooks))
    this.#all = webhooks
  }
}
