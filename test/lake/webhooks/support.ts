import {expect, onTestFinished} from 'vitest'
import {openEngine} from '../../../lake/engine.ts'
import {defaultLimits} from '../../../lake/limits.ts'
import type {Mutation} from '../../../lake/mutations/mutation.ts'
import {openSharedResources} from '../../../lake/sharedResources.ts'
import type {WebhookDefinition} from '../../../lake/webhooks/declaredWebhook.ts'
import {openWebhooks} from '../../../lake/webhooks/openWebhooks.ts'
import type {Outcome, WebhookRequest} from '../../../lake/webhooks/sendRequest.ts'

const now = '2030-01-01T08:00:00.000Z'
export const clock = {now: () => new Date(now)}
export const ok: Outcome = {kind: 'answered', status: 200, body: 'ok', retryAfter: undefined}
export const failed = (status: number, retryAfter?: string): Outcome => ({
  kind: 'answered',
  status,
  body: 'no',
  retryAfter,
})

export function newEngine() {
  const engine = openEngine({
    file: ':memory:',
    projectId: 'local',
    dataset: 'production',
    clock,
    limits: defaultLimits,
    shared: openSharedResources(defaultLimits),
  })
  onTestFinished(() => engine.close())
  return engine
}

export const hook = {
  name: 'hook',
  url: 'http://localhost:3000/',
  on: ['create', 'update', 'delete'],
} as const

/** Opens webhooks of one dataset, with a receiver that answers with the given outcomes and then with 200. */
export function open(
  definitions: readonly WebhookDefinition[],
  outcomes: Outcome[] = [],
  engine = newEngine(),
  waitOne: () => Promise<void> = () => Promise.resolve(),
  processor: {processorMilliseconds?: () => number} = {},
) {
  const requests: WebhookRequest[] = []
  const waits: number[] = []
  const warnings: string[] = []
  let ids = 0
  const webhooks = openWebhooks({
    projectId: 'local',
    webhooks: definitions,
    allowedWebhookHosts: [],
    clock,
    ...processor,
    makeId: () => `id-${++ids}`,
    warn: (message) => void warnings.push(message),
    values: (projectId) => (projectId === 'local' ? engine.store : undefined),
    send: async (request) => {
      requests.push(request)
      return outcomes.shift() ?? ok
    },
    wait: (milliseconds) => {
      waits.push(milliseconds)
      return waitOne()
    },
  })
  onTestFinished(() => webhooks.close())
  webhooks.watch(engine)
  return {
    engine,
    webhooks,
    requests,
    waits,
    warnings,
    write: (...mutations: Mutation[]) =>
      engine.transactor.transact((run) => void run(mutations), {author: 'me'}).transactionId,
    /** Waits until as many messages are delivered or have failed. */
    settle: async (count = 1) => {
      const messages = () =>
        webhooks.definitions.list('local').flatMap((one) => webhooks.messages(one))
      await expect.poll(() => messages().filter(isSettled)).toHaveLength(count)
    },
    bodies: () => requests.map(({body}) => JSON.parse(body)),
  }
}

function isSettled({status}: {status: string}): boolean {
  return status === 'success' || status === 'failure'
}

export const create = (_id: string, fields: object = {}) => ({
  create: {_id, _type: 'post', ...fields},
})
