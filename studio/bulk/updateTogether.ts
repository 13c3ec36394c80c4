import {messageOf} from '../messageOf.ts'

export interface Session {
  /** Published id. */
  id: string
  title: string
}

export interface UpdateOptions {
  /** Changes several sessions in one transaction: all or none. */
  update: (ids: readonly string[]) => Promise<void>
  /** Called with the number of sessions that are handled, after each transaction. */
  onProgress?: (count: number) => void
}

/** A session that stays as it is, and why. */
export interface UpdateFailure extends Session {
  message: string
}

export interface UpdateResult<Each extends Session = Session> {
  done: readonly Each[]
  failures: readonly UpdateFailure[]
}

/** Few, so that progress is visible: the Studio validates each session before it publishes it. */
const maxTogether = 10

/**
 * Changes several sessions, some in each transaction. A session that fails does not hold back the others: its
 * transaction is tried again in halves until it is alone, and the result names it.
 *
 * @example
 * await updateTogether(sessions, {update}) // {done: [{id: 'b', …}], failures: [{id: 'a', message: …}]}
 */
export async function updateTogether<Each extends Session>(
  sessions: readonly Each[],
  {update, onProgress = () => undefined}: UpdateOptions,
): Promise<UpdateResult<Each>> {
  const failures: UpdateFailure[] = []
  // One after the other, because the parts are transactions on the same dataset.
  for (let from = 0; from < sessions.length; from += maxTogether) {
    const part = sessions.slice(from, from + maxTogether)
    for (const failure of await allOrEach(part, update)) failures.push(failure)
    onProgress(from + part.length)
  }
  const failed = new Set(failures.map(({id}) => id))
  return {done: sessions.filter(({id}) => !failed.has(id)), failures}
}

async function allOrEach(
  sessions: readonly Session[],
  update: UpdateOptions['update'],
): Promise<UpdateFailure[]> {
  const [first] = sessions
  if (!first) return []
  try {
    await update(sessions.map(({id}) => id))
    return []
  } catch (error) {
    if (sessions.length === 1)
      return [{id: first.id, title: first.title, message: messageOf(error)}]
    const half = Math.ceil(sessions.length / 2)
    const failures = await allOrEach(sessions.slice(0, half), update)
    return [...failures, ...(await allOrEach(sessions.slice(half), update))]
  }
}
