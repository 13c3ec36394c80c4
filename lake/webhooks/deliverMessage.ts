import type {Clock} from '../clock.ts'
import {DestinationError, type Destinations} from './destinations.ts'
import type {Attempt, FailureReason, Message} from './message.ts'
import type {Outcome, SendRequest} from './sendRequest.ts'
import {sign, signatureHeader} from './signature.ts'
import type {Webhook} from './webhook.ts'

export interface DeliveryPorts {
  clock: Clock
  makeId: () => string
  destinations: Pick<Destinations, 'assertAllowed'>
  send: SendRequest
}

/** What to do after an attempt. */
export type NextStep = {kind: 'done'} | {kind: 'retry'; milliseconds: number}

/** The hosted service repeats a request twice, 30 seconds apart, since April 2026. */
const maxAttempts = 3
const retryMilliseconds = 30_000
/** A receiver cannot hold up its other messages for longer. */
const maxRetryMilliseconds = 5 * 60_000

/** Sends a message once, and records the attempt in it. */
export async function deliverMessage(
  webhook: Webhook,
  message: Message,
  {clock, makeId, destinations, send}: DeliveryPorts,
  signal: AbortSignal,
): Promise<NextStep> {
  const started = clock.now()
  const attempt: Attempt = {
    id: makeId(),
    hookId: webhook.id,
    messageId: message.id,
    projectId: message.projectId,
    createdAt: started.toISOString(),
    updatedAt: null,
    duration: null,
    inProgress: true,
    isFailure: false,
    failureReason: null,
    resultCode: null,
    resultBody: null,
  }
  message.attempts.push(attempt)
  message.status = 'sending'
  const outcome = await attemptOnce()
  const ended = clock.now()
  Object.assign(attempt, {
    updatedAt: ended.toISOString(),
    duration: ended.getTime() - started.getTime(),
    inProgress: false,
    ...resultOf(outcome),
  })
  const delay = retryDelay(outcome)
  if (delay !== undefined && message.attempts.length < maxAttempts) {
    message.status = 'queued'
    return {kind: 'retry', milliseconds: delay}
  }
  message.status = attempt.isFailure ? 'failure' : 'success'
  return {kind: 'done'}

  async function attemptOnce(): Promise<Outcome | {kind: 'refused'; reason: string}> {
    const {url, httpMethod: method} = webhook
    try {
      destinations.assertAllowed(url)
    } catch (error) {
      if (error instanceof DestinationError) return {kind: 'refused', reason: error.message}
      throw error
    }
    const headers = headersOf(webhook, message, started.getTime())
    return send({url, method, headers, body: message.payload}, signal)
  }
}

function headersOf(
  {headers, secret, id}: Webhook,
  message: Message,
  timestamp: number,
): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Touchpoints-Lake',
    ...headers,
    'idempotency-key': message.id,
    'sanity-webhook-id': id,
    'sanity-project-id': message.projectId,
    'sanity-dataset': message.dataset,
    'sanity-document-id': message.documentId,
    'sanity-operation': message.operation,
    'sanity-transaction-id': message.transactionId,
    'sanity-transaction-time': message.transactionTime,
    ...(secret !== null && {[signatureHeader]: sign(message.payload, timestamp, secret)}),
  }
}

function resultOf(
  outcome: Outcome | {kind: 'refused'; reason: string},
): Pick<Attempt, 'isFailure' | 'failureReason' | 'resultCode' | 'resultBody'> {
  const failure = (failureReason: FailureReason, resultBody: string | null = null) => ({
    isFailure: true,
    failureReason,
    resultCode: null,
    resultBody,
  })
  switch (outcome.kind) {
    case 'timeout':
      return failure('timeout')
    case 'network':
      return failure('network', outcome.reason)
    case 'refused':
      return failure('other', outcome.reason)
    case 'answered': {
      const {status: resultCode, body: resultBody} = outcome
      // A redirect is a failure: its target was not allowed by the operator.
      const isFailure = resultCode < 200 || resultCode > 299
      return {isFailure, failureReason: isFailure ? 'http' : null, resultCode, resultBody}
    }
  }
}

/** Returns the milliseconds until the next attempt. Undefined if another one would end in the same way. */
function retryDelay(outcome: Outcome | {kind: 'refused'}): number | undefined {
  switch (outcome.kind) {
    case 'refused':
      return undefined
    case 'timeout':
    case 'network':
      return retryMilliseconds
    case 'answered': {
      const {status, retryAfter} = outcome
      if (status !== 429 && status < 500) return undefined
      const requested = Number(retryAfter ?? 0) * 1_000
      if (Number.isNaN(requested)) return retryMilliseconds
      return Math.min(Math.max(requested, retryMilliseconds), maxRetryMilliseconds)
    }
  }
}
