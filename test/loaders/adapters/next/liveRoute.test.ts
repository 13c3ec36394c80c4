import {expect, test} from 'vitest'

import {liveRoute} from '../../../../loaders/adapters/next/index.ts'

function changes(position: string) {
  const state = {
    listeners: 0,
    position: () => position,
    subscribe: () => {
      state.listeners += 1
      return () => void (state.listeners -= 1)
    },
  }
  return state
}

test.each([
  [false, 'published.1'],
  [true, 'drafts.1'],
])('with draft mode %s, the stream is that of %s', async (isEnabled, position) => {
  const published = changes('published.1')
  const drafts = changes('drafts.1')
  const GET = liveRoute({draftMode: async () => ({isEnabled}), published, drafts})
  const {body, headers} = await GET()
  expect(headers.get('content-type')).toBe('text/event-stream')
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  const texts = [await reader?.read(), await reader?.read()].map((each) => each?.value)
  expect(texts.join('')).toContain(`data: ${position}`)
  await reader?.cancel()
  expect(published.listeners + drafts.listeners).toBe(0)
})

test('a visitor never sees when a draft changes', async () => {
  const drafts = changes('drafts.1')
  const published = changes('published.1')
  const GET = liveRoute({draftMode: async () => ({isEnabled: false}), published, drafts})
  const {body} = await GET()
  expect([published.listeners, drafts.listeners]).toEqual([1, 0])
  await body?.cancel()
})
