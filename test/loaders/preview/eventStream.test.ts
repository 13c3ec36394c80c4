import {expect, test} from 'vitest'

import {eventStream} from '../../../loaders/preview/eventStream.ts'
import type {LiveChanges, LiveMessage} from '../../../loaders/preview/liveChanges.ts'

/** A source of changes that a test controls. */
function changes() {
  const listeners = new Set<(message: LiveMessage) => void>()
  const live: Pick<LiveChanges, 'position' | 'subscribe'> = {
    position: () => 'process.7',
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  const notify = (tag: string) => {
    for (const listen of listeners) listen({type: 'message', tags: [tag]})
  }
  return {live, notify, listeners}
}

function readerOf(response: Response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('The response has no body.')
  return reader
}

test('a page that left receives nothing more, and the other pages still do', async () => {
  const {live, notify, listeners} = changes()
  const [leaving, staying] = [readerOf(eventStream(live)), readerOf(eventStream(live))]
  await leaving.cancel()
  await expect.poll(() => listeners.size).toBe(1)
  notify('s1:guest')
  let received = ''
  while (!received.includes('tags')) received += (await staying.read()).value ?? ''
  expect(received).toContain('s1:guest')
  expect(received.indexOf('process.7')).toBeLessThan(received.indexOf('s1:guest'))
  await staying.cancel()
  await expect.poll(() => listeners.size).toBe(0)
})

test('a page that stops reading is disconnected, because its messages would fill the memory', async () => {
  const {live, notify, listeners} = changes()
  const response = eventStream(live)
  for (let count = 0; count < 1000; count++) notify('s1:guest')
  expect(listeners.size).toBe(0)
  const text = await response.text()
  expect(text.split('data:').length).toBeLessThan(200)
})
