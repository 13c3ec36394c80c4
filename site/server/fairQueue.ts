import {overloaded} from 'touchpoints/http'

export interface FairQueueLimits {
  /** Tasks that run at the same time. */
  running: number
  /** Tasks that wait. A further one is refused. */
  waiting: number
}

export interface FairQueue {
  /**
   * Runs a task when the turn of its client comes.
   *
   * @param client - a client's address, only for fairness: many people can share one
   * @throws HttpError 503 when too many tasks wait
   */
  run<Value>(client: string, task: () => Promise<Value>): Promise<Value>
}

interface Waiting {
  start: () => void
  refuse: (error: unknown) => void
}

/**
 * Creates a queue that gives each client a turn. When it is full, a client with few waiting tasks takes the
 * place of the one with most, so that no client can keep the others out.
 */
export function fairQueue({running: maxRunning, waiting: maxWaiting}: FairQueueLimits): FairQueue {
  /** In the order of turns. */
  const clients = new Map<string, Waiting[]>()
  let running = 0
  let waiting = 0

  function next(): void {
    const [first] = clients
    if (running >= maxRunning || !first) return
    const [client, tasks] = first
    const task = tasks.shift()
    clients.delete(client)
    if (tasks.length > 0) clients.set(client, tasks)
    waiting -= 1
    running += 1
    task?.start()
  }

  function makeRoom(client: string): void {
    const own = clients.get(client)?.length ?? 0
    const [most] = [...clients].toSorted(([, a], [, b]) => b.length - a.length)
    // With a difference of one, two clients would push each other out.
    if (!most || most[1].length <= own + 1) throw overloaded()
    most[1].pop()?.refuse(overloaded())
    waiting -= 1
  }

  return {
    async run(client, task) {
      if (running >= maxRunning && waiting >= maxWaiting) makeRoom(client)
      await new Promise<void>((start, refuse) => {
        const own = clients.get(client) ?? []
        own.push({start, refuse})
        clients.set(client, own)
        waiting += 1
        next()
      })
      try {
        return await task()
      } finally {
        running -= 1
        next()
      }
    },
  }
}
