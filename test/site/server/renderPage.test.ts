import {expect, test} from 'vitest'

import {currentFacts, recordFacts} from '../../../site/src/http/pageFacts.ts'
import {markStale} from '../../../site/server/markStale.ts'
import {pageRenderer} from '../../../site/server/renderPage.ts'
import {wordsIn} from '../../../words/index.ts'

test('a cached page is rendered from the site’s own request, so that nothing of a visitor gets into it', async () => {
  const requests: Request[] = []
  const render = pageRenderer(
    {
      render: async (request) => {
        requests.push(request)
        return new Response('page', {headers: {'set-cookie': 'a=b', 'content-type': 'text/html'}})
      },
    },
    'https://community.example',
  )
  const page = await render({path: '/meetings/', query: 'zone=UTC'})
  expect(requests.map(({url}) => url)).toEqual(['https://community.example/meetings/?zone=UTC'])
  expect([...(requests[0]?.headers ?? [])]).toEqual([])
  expect(page).toMatchObject({status: 200, headers: {'content-type': 'text/html'}, until: Infinity})
  expect(page.headers).not.toHaveProperty('set-cookie')
})

test('a page records its tags and its next change, and no change when it is rendered for a fixed date', () => {
  const changes = [
    '2026-11-26T09:00:00Z',
    undefined,
    '2026-11-26T11:00:00Z',
    '2026-11-26T12:00:00Z',
  ]
  const recorded = (moving: boolean) => {
    const facts = currentFacts()
    const view = {facts, now: '2026-11-26T10:00:00Z', moving}
    recordFacts(view, {syncTags: ['s1:a']}, changes)
    recordFacts(view, {syncTags: ['s1:b']})
    return facts
  }
  const until = Date.parse('2026-11-26T11:00:00Z')
  expect(recorded(true)).toEqual({syncTags: ['s1:a', 's1:b'], until})
  expect(recorded(false)).toEqual({syncTags: ['s1:a', 's1:b'], until: Infinity})
})

test('a page of earlier copies is as of the oldest one', () => {
  const facts = currentFacts()
  const view = {facts, now: '2026-11-26T10:00:00Z', moving: true}
  recordFacts(view, {syncTags: [], stale: {since: '2026-11-26T09:00:00Z'}})
  recordFacts(view, {syncTags: [], stale: {since: '2026-11-26T08:00:00Z'}})
  recordFacts(view, {syncTags: []})
  expect(facts.asOf).toBe(Date.parse('2026-11-26T08:00:00Z'))
})

test('a stale page says as of when it is above its content, and other files stay as they are', () => {
  const page = (type: string) => ({
    status: 200,
    headers: {'content-type': type},
    body: new TextEncoder().encode(
      '<html lang="en"><header></header><main id="main">Meetings</main>',
    ),
    syncTags: [],
    until: 0,
    renderedAt: 0,
  })
  const at = Date.UTC(2026, 10, 26, 10, 4, 59)
  expect(new TextDecoder().decode(markStale(page('text/html'), at))).toBe(
    '<html lang="en"><header></header><p class="notice as-of" role="status">As of <time datetime="2026-11-26T10:04Z">2026-11-26, 10:04 UTC</time>. The current version cannot be loaded.</p><main id="main">Meetings</main>',
  )
  const german = page('text/html')
  const body = new TextEncoder().encode('<html lang="de-AT"><main>Treffen</main>')
  expect(new TextDecoder().decode(markStale({...german, body}, at))).toContain(
    wordsIn('de').say('site.asOf', {
      when: '<time datetime="2026-11-26T10:04Z">2026-11-26, 10:04 UTC</time>',
    }),
  )
  const calendar = page('text/calendar')
  expect(markStale(calendar, at)).toBe(calendar.body)
})
