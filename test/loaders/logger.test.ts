import {describe, expect, test, vi} from 'vitest'

import {consoleLogger, createLoader, ConfigurationError} from '../../loaders/index.ts'
import {lastGood, memoryAnswers} from '../../loaders/lastGood/index.ts'
import {liveChanges} from '../../loaders/preview/liveChanges.ts'
import {failingClient} from '../support/failingClient.ts'
import {memoryClient} from '../support/memoryClient.ts'
import {oncePerMinute, type Logger} from '../../loaders/logger.ts'
import {site} from './lastGood/siteThatFails.ts'

function recorder() {
  const lines: string[] = []
  const logger: Logger = {
    error: (message, error) => lines.push(`${message} ${String(error)}`),
    warn: (message) => lines.push(message),
  }
  return {lines, logger}
}

describe('a cause', () => {
  test('is logged once a minute, because a failing lake fails for every visitor', () => {
    const {lines, logger} = recorder()
    let at = 0
    const calm = oncePerMinute(logger, () => at)
    for (at of [0, 1, 59_999, 60_000, 60_001]) calm.error('No page.', new Error('refused'))
    expect(lines).toHaveLength(2)
    calm.error('No page.', new Error('another'))
    calm.warn('Earlier content.')
    calm.warn('Earlier content.')
    expect(lines).toHaveLength(4)
  })
})

test('the console gets one line for an error that says what to do, and the stack of any other', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  const unexpected = new TypeError('x is not a function')
  consoleLogger.error('No page.', new ConfigurationError('siteUrl', 'siteUrl is missing.'))
  consoleLogger.error('No page.', unexpected)
  expect(error.mock.calls).toEqual([['No page. siteUrl is missing.'], ['No page.', unexpected]])
  error.mockRestore()
})

test('last good results log to the console why one is used, because its visitors see no error', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  const lake = failingClient(memoryClient([]))
  const answers = lastGood(memoryAnswers())
  const loader = createLoader({client: lake.client, lastGood: answers})
  await loader.series()
  await answers.settled()
  lake.fail('refuse')
  expect((await loader.series()).stale).toBeDefined()
  expect(error.mock.calls).toEqual([
    [
      'touchpoints: a query failed, so its last good result is used. Could not reach the Content Lake (connection refused). Check the network, projectId, dataset and apiHost.',
    ],
  ])
  error.mockRestore()
})

test('options of last good results and of live changes are checked, too', () => {
  const untyped = (options: object) => Object(options)
  expect(() => lastGood(untyped({}))).toThrow('store of lastGood is an object.')
  expect(() => lastGood(memoryAnswers(), untyped({retryafter: 1}))).toThrow('"retryAfter"')
  expect(() => liveChanges(untyped({}))).toThrow('client of liveChanges is an object.')
  expect(() => liveChanges(untyped({events() {}}), untyped({draft: true}))).toThrow(
    'of liveChanges',
  )
})

test('a loader logs that it serves an earlier result, because nothing else does', async () => {
  const {lines, logger} = recorder()
  const {loader, lake, answers} = site({logger})
  await loader.series()
  await answers.settled()
  lake.fail('refuse')
  await loader.series()
  await loader.series()
  expect(lines).toEqual([expect.stringContaining('The Content Lake does not answer (unreachable)')])
  expect(() => createLoader({client: lake.client})).not.toThrow()
})
