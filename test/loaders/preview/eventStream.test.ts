import {expect, test} from 'vitest'

import {eventStream} from '../../../loaders/preview/eventStream.ts'
import type {LiveChanges, LiveMessage} from '../../../loaders/preview/liveChanges.ts'

/** Changes that a test tells itself. */
function changes() {
  const listeners = new Set<(message: LiveMessage) => void>()
  const live: LiveChanges = {
    isConnected: () => true,
    position: () => 'process.7',
    follow: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  const tell = (tag: string) => {
    for (const listen of listeners) listen({type: 'message', tags: [tag]})
  }
  return {live, tell, listeners}
}

function readerOf(response: Response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('The answer has no body')
  return reader
}

test('a page that left is told nothing more, and the others go on hearing', async () => {
  const {live, tell, listeners} = changes()
  const [leaving, staying] = [readerOf(eventStream(live)), readerOf(eventStream(live))]
  await leaving.cancel()
  await expect.poll(() => listeners.size).toBe(1)
  tell('s1:guest')
  let heard = ''
  while (!heard.includes('tags')) heard += (await staying.read()).value ?? ''
  expect(heard).toContain('s1:guest')
  expect(heard.indexOf('process.7')).toBeLessThan(heard.indexOf('s1:guest'))
  await staying.cancel()
  await expect.poll(() => listeners.size).toBe(0)
})

test('a page that stopped reading is let go, or it would fill the memory', async () => {
  const {live, tell, listeners} = changes()
  const response = eventStream(live)
  for (let count = 0; count < 1000; count++) tell('s1:guest')
  expect(listeners.size).toBe(0)
  const text = await response.text()
  expect(text.split('data:').length).toBeLessThan(200)
})
