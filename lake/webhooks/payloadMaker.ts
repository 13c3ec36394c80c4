import type {Engine} from '../engine.ts'
import {QueryBudgetFault} from '../faults.ts'
import {reasonOf} from '../reasonOf.ts'
import type {QueuedChange} from './changeQueue.ts'
import {type EvaluateChange, isAbout, payloadOf} from './payloadOf.ts'
import type {Webhook} from './webhook.ts'

export interface PayloadMakerOptions {
  /** Returns a function that evaluates GROQ about changes in a dataset. */
  evaluateIn: (engine: Engine) => EvaluateChange
  /** Returns the time that this thread has run. Undefined if it is not known. */
  processorMilliseconds: () => number | undefined
}

/**
 * What a webhook sends for a change.
 *
 * - `none`: it is not about the change.
 * - `again`: its GROQ did not end in its time, and gets another try after other work.
 * - `slow`: its GROQ used the processor in too many tries.
 */
export type PayloadOutcome =
  | {kind: 'none'}
  | {kind: 'payload'; payload: string}
  | {kind: 'failure'; reason: string}
  | {kind: 'again'}
  | {kind: 'slow'; reason: string}

/** A body is a projection. A receiver that needs a larger document queries it. */
const maxPayloadCharacters = 256_000
/** Tries of one change that used the processor, until its webhook is paused. */
export const maxSlowTries = 3
/** A try that used less of the processor was stopped because the machine is busy. */
const slowMilliseconds = 10
/** All tries of one change. A machine that stays busy costs this message, and not the webhook. */
const maxTries = 100

/** Makes the bodies of webhooks, within the time that their GROQ may take. */
export class PayloadMaker {
  readonly #options: PayloadMakerOptions
  /** The slow tries of the change that is passed on now, by the id of the webhook. */
  readonly #slowTries = new Map<string, number>()
  readonly #evaluators = new WeakMap<Engine, EvaluateChange>()

  constructor(options: PayloadMakerOptions) {
    this.#options = options
  }

  /** @param tries - how often the webhook has got the change, with this time */
  make(webhook: Webhook, {engine, change}: QueuedChange, tries: number): PayloadOutcome {
    if (!isAbout(webhook, change)) return {kind: 'none'}
    if (tries === 1) this.#slowTries.delete(webhook.id)
    const {processorMilliseconds} = this.#options
    const started = processorMilliseconds()
    try {
      const payload = payloadOf(webhook, change, this.#evaluatorOf(engine))
      if (payload === undefined) return {kind: 'none'}
      if (payload.length > maxPayloadCharacters) return {kind: 'failure', reason: tooLarge(payload)}
      return {kind: 'payload', payload}
    } catch (error) {
      const reason = reasonOf(error)
      if (!(error instanceof QueryBudgetFault) || error.budget !== 'time') {
        return {kind: 'failure', reason}
      }
      const ended = processorMilliseconds()
      const isKnown = started !== undefined && ended !== undefined
      const isSlow = !isKnown || ended - started >= slowMilliseconds
      const slowTries = (this.#slowTries.get(webhook.id) ?? 0) + (isSlow ? 1 : 0)
      this.#slowTries.set(webhook.id, slowTries)
      if (slowTries >= maxSlowTries) return {kind: 'slow', reason}
      return tries < maxTries ? {kind: 'again'} : {kind: 'failure', reason}
    }
  }

  #evaluatorOf(engine: Engine): EvaluateChange {
    const evaluate = this.#evaluators.get(engine) ?? this.#options.evaluateIn(engine)
    this.#evaluators.set(engine, evaluate)
    return evaluate
  }
}

function tooLarge({length}: string): string {
  return `The body has ${length} characters. The limit is ${maxPayloadCharacters}. Use a projection.`
}
