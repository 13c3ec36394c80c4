import {evaluate, parse} from 'groq-js'
import {describe, expect, test} from 'vitest'

import {readWelcomeFacts, welcomeQuery} from '../../../studio/welcome/welcomeFacts.ts'
import {canOpen, nextStep, welcomeSteps} from '../../../studio/welcome/welcomeSteps.ts'
import {stepWords} from '../../../studio/welcome/stepWords.ts'
import {readCommunity} from '../../../studio/community/readCommunity.ts'

const community = {
  _id: 'community',
  _type: 'community',
  name: 'Ada Guild',
  timeZone: 'Europe/Madrid',
  languages: ['en'],
}
const page = {_id: 'meetingsPage', _type: 'meetingsPage', path: '/meet/'}
const session = {
  _id: 'session',
  _type: 'touchpoint',
  title: 'Hello',
  slug: {current: 'hello'},
  schedule: {start: '2026-12-03T17:00:00Z'},
}
const draft = (document: {_id: string}) => ({...document, _id: `drafts.${document._id}`})

async function factsOf(...dataset: object[]) {
  const value = await evaluate(parse(welcomeQuery), {dataset})
  return readWelcomeFacts(await value.get())
}

describe('the open step', () => {
  test('is the community in an empty dataset, and the steps that need it wait', async () => {
    const facts = await factsOf()
    expect(nextStep(facts)).toBe('community')
    expect(welcomeSteps(facts).map(({name, state}) => [name, state])).toEqual([
      ['community', 'todo'],
      ['series', 'waiting'],
      ['calendars', 'waiting'],
      ['bring', 'todo'],
      ['session', 'waiting'],
      ['see', 'waiting'],
    ])
    expect(canOpen('session', facts)).toBe(false)
  })

  test('is the session once the community is a draft, because the others are optional', async () => {
    const facts = await factsOf(draft(community), draft(page))
    expect(nextStep(facts)).toBe('session')
    expect(canOpen('series', facts)).toBe(true)
    expect(canOpen('see', facts)).toBe(false)
  })

  test('is the community again while it has no time zone, because every time needs one', async () => {
    expect(nextStep(await factsOf({...community, timeZone: ''}, session))).toBe('community')
  })

  test('stays the session while all sessions are drafts, such as imported ones', async () => {
    const facts = await factsOf(community, draft(session))
    expect(nextStep(facts)).toBe('session')
    expect(facts.drafts).toEqual([
      {
        id: 'session',
        isPublished: false,
        hasDraft: true,
        title: 'Hello',
        slug: 'hello',
        start: '2026-12-03T17:00:00Z',
      },
    ])
  })

  test('is the last one when a session is published', async () => {
    const facts = await factsOf(community, page, session)
    expect(nextStep(facts)).toBe('see')
    expect(facts.published?.slug).toBe('hello')
    expect(facts.page?.path).toBe('/meet/')
  })
})

describe('the facts', () => {
  test('are those of the draft, and say that the document is published too', async () => {
    const facts = await factsOf(community, {...draft(community), name: 'Ada Lovelace Guild'})
    expect(facts.community).toMatchObject({
      id: 'community',
      name: 'Ada Lovelace Guild',
      isPublished: true,
      hasDraft: true,
    })
  })

  test('leave out versions of a release, which the release publishes', async () => {
    const facts = await factsOf({...session, _id: 'versions.spring.session'})
    expect(facts.published).toBeUndefined()
  })

  test('count a draft of a published session as published, because visitors see it', async () => {
    const facts = await factsOf(session, draft(session))
    expect(facts.drafts).toEqual([])
    expect(facts.published?.id).toBe('session')
  })

  test('of a dataset with fields of wrong types are those of an empty one', () => {
    expect(readWelcomeFacts({singletons: 'x', series: [null], sessions: 3, published: []})).toEqual(
      readWelcomeFacts(null),
    )
  })
})

test('a step says in words what its documents have, and what it waits for', async () => {
  const facts = await factsOf(draft(community))
  const words = readCommunity(null)
  const texts = welcomeSteps(facts).map((step) => stepWords(step, facts, words))
  expect(texts[0]).toEqual({title: 'Your community', text: 'Ada Guild · Europe/Madrid · English'})
  expect(texts.at(-1)).toEqual({title: 'See it', text: 'After “The first touchpoint”.'})
  const call = readCommunity({vocabulary: {session: {singular: 'call', plural: 'calls'}}})
  const [, , , , step] = welcomeSteps(facts)
  expect(step && stepWords(step, facts, call).title).toBe('The first call')
})
