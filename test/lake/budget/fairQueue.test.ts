import {expect, test} from 'vitest'
import {FairQueue} from '../../../lake/budget/fairQueue.ts'

let time = 0

const newQueue = (options: {concurrency?: number; isReady?: (group: string) => boolean} = {}) =>
  new FairQueue<string>({concurrency: 1, maxWaiting: 3, work: 'tasks', now: () => time, ...options})

/** Returns a task that runs until `end` is called. */
function heldTask(name: string, started: string[]) {
  const {promise, resolve: end} = Promise.withResolvers<void>()
  const task = () => {
    started.push(name)
    return promise
  }
  return {task, end}
}

const takes = (milliseconds: number) => async () => {
  time += milliseconds
}

test('a group that used less time goes first, so that expensive tasks delay others once', async () => {
  const queue = newQueue()
  const ended: string[] = []
  const run = (group: string, milliseconds: number) =>
    queue.run(group, takes(milliseconds)).then(() => ended.push(group))
  const blocker = heldTask('blocker', [])
  const all = [
    queue.run('other', blocker.task),
    ...[8, 8, 8].map((milliseconds) => run('a', milliseconds)),
    ...[1, 1, 1].map((milliseconds) => run('b', milliseconds)),
  ]
  blocker.end()
  await Promise.all(all)
  expect(ended).toEqual(['a', 'b', 'b', 'b', 'a', 'a'])
})

test('a group that was idle has no credit for it, so that it cannot keep the others waiting', async () => {
  const queue = newQueue()
  const ended: string[] = []
  await queue.run('a', takes(20))
  await queue.run('a', takes(1))
  const blocker = heldTask('blocker', [])
  const blocked = queue.run('a', blocker.task)
  const all = ['b', 'b', 'a', 'b'].map((group) =>
    queue.run(group, takes(5)).then(() => ended.push(group)),
  )
  blocker.end()
  await Promise.all([blocked, ...all])
  expect(ended.indexOf('a')).toBeLessThan(3)
})

test('an urgent task goes before others of its group', async () => {
  const queue = newQueue()
  const started: string[] = []
  const first = heldTask('first', started)
  const quick = (name: string) => async () => void started.push(name)
  const all = [
    queue.run('a', first.task),
    queue.run('a', quick('b')),
    queue.run('a', quick('urgent'), {isUrgent: true}),
  ]
  first.end()
  await Promise.all(all)
  expect(started).toEqual(['first', 'urgent', 'b'])
})

test('a group that fills its places leaves those of other groups', async () => {
  const queue = newQueue()
  const blocker = heldTask('blocker', [])
  const all = Array.from({length: 4}, () => queue.run('a', blocker.task))
  await expect(queue.run('a', blocker.task)).rejects.toMatchObject({code: 'overload'})
  all.push(queue.run('b', blocker.task))
  blocker.end()
  await expect(Promise.all(all)).resolves.toHaveLength(5)
})

test('a group has one task at a time, so that a second place stays for another group', async () => {
  const queue = newQueue({concurrency: 2})
  const started: string[] = []
  const [a, b] = [heldTask('a', started), heldTask('b', started)]
  const all = [queue.run('a', a.task), queue.run('a', a.task), queue.run('b', b.task)]
  expect(started).toEqual(['a', 'b'])
  a.end()
  b.end()
  await Promise.all(all)
})

test('a group that is not ready waits, and the others go on', async () => {
  const ready = new Set(['b'])
  const queue = newQueue({isReady: (group) => ready.has(group)})
  const ended: string[] = []
  const run = (group: string) => queue.run(group, takes(0)).then(() => ended.push(group))
  const waiting = run('a')
  await run('b')
  expect(ended).toEqual(['b'])
  ready.add('a')
  queue.wake()
  await waiting
})

test('a cancelled group loses its tasks, also the one that runs', async () => {
  const queue = newQueue()
  const started: string[] = []
  const held = heldTask('a', started)
  const all = [queue.run('a', held.task), queue.run('a', held.task)]
  queue.cancel('a')
  await expect(Promise.allSettled(all)).resolves.toMatchObject([
    {reason: {code: 'cancelled'}},
    {reason: {code: 'cancelled'}},
  ])
  expect(queue.waiting).toBe(0)
  held.end()
  await queue.run('b', takes(0))
})

test('a client that leaves gives its place to the next one, and its task never starts', async () => {
  const queue = newQueue()
  const started: string[] = []
  const held = heldTask('a', started)
  const running = queue.run('a', held.task)
  const leaving = new AbortController()
  const left = queue.run('a', heldTask('b', started).task, {signal: leaving.signal})
  leaving.abort()
  await expect(left).rejects.toMatchObject({code: 'cancelled'})
  held.end()
  await running
  expect(started).toEqual(['a'])
})
