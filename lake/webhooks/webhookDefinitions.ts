import type {Clock} from '../clock.ts'
import type {DatasetName} from '../datasets/datasetName.ts'
import type {ProjectValues} from '../datasets/datasets.ts'
import {InvalidInputFault} from '../faults.ts'
import {type NewWebhook, parseWebhook, type Webhook} from './webhook.ts'
import {WebhookStore} from './webhookStore.ts'

export interface WebhookDefinitionsOptions {
  /** The durable values of a project. Undefined if it does not exist. */
  values: (projectId: string) => ProjectValues | undefined
  /** Webhooks in the options of the lake. Clients cannot change them. */
  declared: readonly Webhook[]
  /** Checks the fields of a webhook. @throws InvalidInputFault, QuerySyntaxFault */
  check: (fields: NewWebhook) => void
  clock: Clock
  makeId: () => string
}

/** The webhooks of a lake: what its options declare, and what its projects store. */
export class WebhookDefinitions {
  readonly #options: WebhookDefinitionsOptions
  /** By the values of a project, which are others after its oldest dataset was deleted. */
  readonly #stores = new WeakMap<ProjectValues, WebhookStore>()

  constructor(options: WebhookDefinitionsOptions) {
    this.#options = options
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

  /** Returns the webhooks that get the changes of a dataset. */
  activeIn({projectId, dataset}: DatasetName): Webhook[] {
    return this.list(projectId).filter(
      (webhook) => isActive(webhook) && (webhook.dataset === '*' || webhook.dataset === dataset),
    )
  }

  /** Returns whether a webhook still exists, and is neither disabled nor paused. */
  isActive({projectId, id}: Webhook): boolean {
    const current = this.get(projectId, id)
    return current !== undefined && isActive(current)
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

  /** @throws InvalidInputFault for a declared webhook */
  delete(webhook: Webhook) {
    this.#assertStored(webhook)
    this.#store(webhook.projectId).delete(webhook.id)
  }

  /** Disables a webhook until it is changed, also after a restart. */
  pause(webhook: Webhook) {
    this.#store(webhook.projectId).pause(webhook)
  }

  #parsed(body: unknown, base?: Webhook): NewWebhook {
    const fields = parseWebhook(body, base)
    this.#options.check(fields)
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
}

function isActive({isDisabledByUser, isDisabled}: Webhook): boolean {
  return !isDisabledByUser && !isDisabled
}
