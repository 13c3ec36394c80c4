import {messageOf} from '../messageOf.ts'
import type {Step, Write} from './step.ts'

/** Where steps are written. Each method changes one document, and rejects with the reason if it cannot. */
export interface StepStore {
  /** Creates a draft or a version. Rejects if it exists. Returns its revision. */
  create: (document: Extract<Write, {kind: 'create'}>['document']) => Promise<string>
  /**
   * Sets values of a draft or a version, and removes those that are undefined. Rejects if it has another
   * revision. Returns the new one.
   */
  patch: (id: string, revision: string, set: Readonly<Record<string, unknown>>) => Promise<string>
  /** Deletes a draft or a version. Rejects if it has another revision. */
  discard: (id: string, revision: string) => Promise<void>
}

/** A step that was written, with its revision, from which it can be undone. */
export interface DoneStep {
  step: Step
  revision: string
}

export interface FailedStep {
  step: Step
  reason: string
}

export interface StepsResult {
  done: readonly DoneStep[]
  failed: readonly FailedStep[]
}

/**
 * Writes steps one after the other. A step that fails does not stop the others.
 *
 * @param onProgress - called after each step with the number of steps so far
 */
export async function applySteps(
  steps: readonly Step[],
  store: StepStore,
  onProgress: (count: number) => void = () => undefined,
): Promise<StepsResult> {
  const done: DoneStep[] = []
  const failed: FailedStep[] = []
  for (const [index, step] of steps.entries()) {
    try {
      done.push({step, revision: await writeStep(step.write, store)})
    } catch (error) {
      failed.push({step, reason: messageOf(error)})
    }
    onProgress(index + 1)
  }
  return {done, failed}
}

/**
 * Undoes steps, the last one first. A document that was published, changed or deleted since keeps its content,
 * and is in `failed`.
 */
export async function undoSteps(
  done: readonly DoneStep[],
  store: StepStore,
): Promise<{undone: readonly Step[]; failed: readonly FailedStep[]}> {
  const undone: Step[] = []
  const failed: FailedStep[] = []
  for (const {step, revision} of done.toReversed()) {
    try {
      await undoStep(step.write, revision, store)
      undone.push(step)
    } catch {
      failed.push({step, reason: 'It was published, changed or deleted since'})
    }
  }
  return {undone, failed}
}

async function writeStep(write: Write, store: StepStore): Promise<string> {
  switch (write.kind) {
    case 'create':
      return store.create(write.document)
    case 'patch':
      return store.patch(write.id, write.revision, write.set)
    case 'missing':
      throw new Error('It was deleted since')
  }
}

async function undoStep(write: Write, revision: string, store: StepStore): Promise<void> {
  if (write.kind === 'create') await store.discard(write.document._id, revision)
  if (write.kind === 'patch') await store.patch(write.id, revision, write.before)
}
