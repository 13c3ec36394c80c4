import {expect, test} from 'vitest'
import {WorkQueue} from '../../../lake/budget/workQueue.ts'

/** Returns a task that runs until `end` is called. */
function heldTask(name: string, started: string[]) {
  const {promise, resolve: end} = Promise.withResolvers<string>()
  const task = () => {
    started.push(name)
    return promise
  }
  return {task, end: () => end(name)}
}

const newQueue = (maxWaiting: number, concurrency = 1) =>
  new WorkQueue({concurrency, maxWaiting, work: 'tasks'})

test('tasks go in their order', async () => {
  const queue = newQueue(10)
  const started: string[] = []
  const first = heldTask('first', started)
  const quick = (name: string) => async () => void started.push(name)
  const all = [queue.run(first.task), queue.run(quick('b')), queue.run(quick('c'))]
  first.end()
  await Promise.all(all)
  expect(started).toEqual(['first', 'b', 'c'])
})

test('a task that finds no place is rejected at once, and the others run', async () => {
  const queue = newQueue(1)
  const started: string[] = []
  const [a, b] = [heldTask('a', started), heldTask('b', started)]
  const results = [queue.run(a.task), queue.run(b.task)]
  await expect(queue.run(heldTask('c', started).task)).rejects.toMatchObject({
    code: 'overload',
    message: 'Too many tasks are waiting. Try again in a second.',
  })
  a.end()
  b.end()
  await expect(Promise.all(results)).resolves.toEqual(['a', 'b'])
  expect(started).toEqual(['a', 'b'])
})

test('a client that leaves gives its place to the next one, and its task never starts', async () => {
  const queue = newQueue(1)
  const started: string[] = []
  const [a, c] = [heldTask('a', started), heldTask('c', started)]
  const running = queue.run(a.task)
  const leaving = new AbortController()
  const left = queue.run(heldTask('b', started).task, {signal: leaving.signal})
  leaving.abort()
  await expect(left).rejects.toMatchObject({code: 'cancelled'})
  const next = queue.run(c.task)
  a.end()
  c.end()
  await expect(Promise.all([running, next])).resolves.toEqual(['a', 'c'])
  expect(started).toEqual(['a', 'c'])
  const gone = queue.run(heldTask('d', started).task, {signal: leaving.signal})
  await expect(gone).rejects.toMatchObject({code: 'cancelled'})
})

test('a failed task frees its place', async () => {
  const queue = newQueue(0)
  await expect(queue.run(() => Promise.reject(new Error('damaged')))).rejects.toThrow('damaged')
  await expect(queue.run(async () => 'next')).resolves.toBe('next')
})
