import * as z from 'zod'
import type {ProjectValues} from '../datasets/datasets.ts'
import {InvalidInputFault} from '../faults.ts'
import {withStorageFault} from '../store/withStorageFault.ts'
import {storedWebhook, type Webhook} from './webhook.ts'

/** Without the prefix `lake/`: the value belongs to the project, and moves when its oldest dataset is deleted. */
const storedName = 'project/webhooks'
const maxWebhooks = 50

/** The webhooks of a project that clients created. */
export class WebhookStore {
  readonly #values: ProjectValues
  #all: readonly Webhook[]

  constructor(values: ProjectValues) {
    this.#values = values
    const stored = z.array(storedWebhook).safeParse(values.value(storedName))
    this.#all = stored.success ? stored.data : []
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
  }

  #store(webhooks: readonly Webhook[]) {
    withStorageFault('webhook', () => this.#values.setValue(storedName, webhooks))
    this.#all = webhooks
  }
}
