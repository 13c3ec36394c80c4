import {apiVersion} from '@touchpoints/schemas/defaults'
import {expect, onTestFinished, test} from 'vitest'
import {watchEventLoop} from '../../../lake/budget/watchEventLoop.ts'
import {createLake} from '../../../lake/index.ts'

/** Watches a histogram with the given mean delays, in milliseconds, and returns whether each is late. */
function watchDelays(limit: number, delays: readonly number[]) {
  let index = 0
  const histogram = {
    get mean() {
      return ((delays[index] ?? 0) + 20) * 1e6
    },
    reset: () => void index++,
    disable: () => true,
  }
  const loop = watchEventLoop(limit, histogram)
  onTestFinished(() => loop.close())
  return delays.map(() => {
    loop.read()
    return loop.isLate()
  })
}

test('the loop is late after two late windows, so that one long task rejects nothing', () => {
  expect(watchDelays(500, [100, 900, 100, 600, 600, 700, 100])).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
    false,
  ])
})

test('a lake with a late loop rejects expensive requests and goes on with the others', async () => {
  const lake = createLake({
    file: ':memory:',
    projectId: 'local',
    dataset: 'production',
    // Any loop is later than this.
    limits: {eventLoopDelayMilliseconds: Number.MIN_VALUE},
  })
  onTestFinished(() => lake.close())
  const send = (path: string, method = 'GET') =>
    lake.fetch(new Request(`http://localhost${path}`, {method}))
  const busy = async () => {
    // Blocks the loop, so that every window is late.
    const until = performance.now() + 50
    while (performance.now() < until);
    return (await send(`/v${apiVersion}/data/query/production?query=1`)).status
  }
  await expect.poll(busy, {interval: 1}).toBe(503)
  const version = `/v${apiVersion}`
  const statuses = async (...paths: string[]) =>
    Promise.all(paths.map(async (path) => (await send(path)).status))
  const image = `/images/local/production/${'0'.repeat(40)}-1x1.png?w=5`
  expect(
    await statuses(image, `${version}/data/export/production`, `${version}/data/doc/production/a`),
  ).toEqual([503, 503, 503])
  expect((await send(`${version}/data/mutate/production`, 'POST')).status).toBe(503)
  expect(await statuses(`${version}/users/me`, `${version}/ping`)).toEqual([200, 200])
  const stream = await send(`${version}/data/listen/production?query=*`)
  expect(stream.status).toBe(200)
  await stream.body?.cancel()
})
