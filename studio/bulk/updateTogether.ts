import {messageOf} from '../messageOf.ts'

export interface Session {
  /** Published id. */
  id: string
  title: string
}

export interface UpdateSteps {
  /** Changes the drafts of several sessions in one transaction: all or none. */
  save: (ids: readonly string[]) => Promise<void>
  /** Publishes several drafts in one transaction: all or none. Absent to keep them as drafts. */
  publish?: ((ids: readonly string[]) => Promise<void>) | undefined
}

/** A session with the step that failed, and why. */
export interface UpdateFailure extends Session {
  step: 'save' | 'publish'
  message: string
}

export interface UpdateResult {
  /** Number of sessions with all steps done. */
  done: number
  failures: readonly UpdateFailure[]
}

/** Actions of one request, with room below the limit of the hosted Content Lake. */
const maxTogether = 50

/**
 * Changes several sessions and publishes them together. A session that fails does not hold back the others: its
 * transaction is tried again in halves until it is alone, and the result names it.
 *
 * @example
 * await updateTogether(sessions, {save, publish}) // {done: 19, failures: [{id: 'a', step: 'publish', …}]}
 */
export async function updateTogether(
  sessions: readonly Session[],
  {save, publish}: UpdateSteps,
): Promise<UpdateResult> {
  const unsaved = await allOrEach(sessions, 'save', save)
  if (!publish) return resultOf(sessions, unsaved)
  const failed = new Set(unsaved.map(({id}) => id))
  const saved = sessions.filter(({id}) => !failed.has(id))
  return resultOf(sessions, [...unsaved, ...(await allOrEach(saved, 'publish', publish))])
}

function resultOf(sessions: readonly Session[], failures: readonly UpdateFailure[]): UpdateResult {
  return {done: sessions.length - failures.length, failures}
}

async function allOrEach(
  sessions: readonly Session[],
  step: UpdateFailure['step'],
  run: (ids: readonly string[]) => Promise<void>,
): Promise<UpdateFailure[]> {
  const [first] = sessions
  if (!first) return []
  if (sessions.length > maxTogether) return inParts(sessions, maxTogether, step, run)
  try {
    await run(sessions.map(({id}) => id))
    return []
  } catch (error) {
    if (sessions.length === 1) return [{...first, step, message: messageOf(error)}]
    return inParts(sessions, Math.ceil(sessions.length / 2), step, run)
  }
}

async function inParts(
  sessions: readonly Session[],
  size: number,
  step: UpdateFailure['step'],
  run: (ids: readonly string[]) => Promise<void>,
): Promise<UpdateFailure[]> {
  // One after the other, because the parts are transactions on the same dataset.
  const first = await allOrEach(sessions.slice(0, size), step, run)
  return [...first, ...(await allOrEach(sessions.slice(size), step, run))]
}
