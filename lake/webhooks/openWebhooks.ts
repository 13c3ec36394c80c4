import {setTimeout as delay} from 'node:timers/promises'
import {threadMilliseconds} from '../budget/runWithin.ts'
import type {Clock} from '../clock.ts'
import type {ProjectValues} from '../datasets/datasets.ts'
import type {Engine} from '../engine.ts'
import {LakeError} from '../errors.ts'
import {compileQuery} from '../query/compileQuery.ts'
import {evaluateDelta} from '../query/evaluateDelta.ts'
import {withinBudget} from '../query/withinBudget.ts'
import {checkWebhook} from './checkWebhook.ts'
import {declaredWebhook, type WebhookDefinition} from './declaredWebhook.ts'
import type {Wait} from './deliveryQueue.ts'
import {Destinations} from './destinations.ts'
import type {EvaluateChange} from './payloadOf.ts'
import {requestSender, type SendRequest} from './sendRequest.ts'
import type {NewWebhook} from './webhook.ts'
import {Webhooks} from './webhooks.ts'

/** For parsing GROQ once, when a webhook is created. */
const checkMilliseconds = 250

/** For one evaluation of a filter or a projection. Requests wait meanwhile. */
const evaluationMilliseconds = 20
/** Without the time on a processor, an evaluation gets no longer try at once. It gets its tries between requests. */
const unknownTime = () => undefined

export interface OpenWebhooksOptions {
  projectId: string
  webhooks: readonly WebhookDefinition[]
  allowedWebhookHosts: readonly string[]
  clock: Clock
  makeId: () => string
  warn: (message: string) => void
  values: (projectId: string) => ProjectValues | undefined
  send?: SendRequest
  wait?: Wait
  processorMilliseconds?: () => number | undefined
}

/** Creates the webhooks of a lake. @throws LakeError if a webhook or a host in the options is invalid */
export function openWebhooks({
  projectId,
  webhooks,
  allowedWebhookHosts,
  ...ports
}: OpenWebhooksOptions): Webhooks {
  const destinations = new Destinations(allowedWebhookHosts)
  const check = (fields: NewWebhook) => checkWebhook(fields, {destinations, checkExpression})
  const createdAt = ports.clock.now().toISOString()
  const declaration = {defaultProjectId: projectId, createdAt, check}
  assertUnique(webhooks)
  return new Webhooks({
    send: requestSender(destinations),
    wait: (milliseconds, signal) => delay(milliseconds, undefined, {signal, ref: false}),
    processorMilliseconds: threadMilliseconds,
    ...ports,
    destinations,
    declared: webhooks.map((definition) => declaredWebhook(definition, declaration)),
    check,
    evaluateIn,
  })
}

/** The log of a webhook is stored under its name. */
function assertUnique(webhooks: readonly WebhookDefinition[]) {
  const names = webhooks.map(({name}) => name)
  const repeated = names.find((name, index) => names.indexOf(name) !== index)
  if (repeated === undefined) return
  throw new LakeError(
    'invalid-configuration',
    `Two webhooks have the name "${repeated}". Give each one a name of its own.`,
  )
}

function checkExpression(expression: string) {
  compileQuery(expression, {}, (job) => withinBudget(expression, checkMilliseconds, job), 'delta')
}

function evaluateIn(engine: Engine): EvaluateChange {
  const {projectId, dataset, clock, documents} = engine
  return (expression, {before, after}) =>
    evaluateDelta(expression, {
      before,
      after,
      slice: (job) => withinBudget(expression, evaluationMilliseconds, job, unknownTime),
      index: documents.raw,
      context: {projectId, dataset, identity: '', now: clock.now()},
    })
}
