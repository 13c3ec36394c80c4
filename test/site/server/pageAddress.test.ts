import {describe, expect, test} from 'vitest'

import {pageAddress} from '../../../site/server/pageAddress.ts'

const of = (path: string) => pageAddress(new URL(path, 'https://community.example'))

describe('the address of a cached page', () => {
  test.each([
    ['/meetings/', ''],
    ['/meetings/?zone=Europe/Madrid', 'zone=Europe%2FMadrid'],
    ['/meetings/?zone=UTC&month=2026-12', 'month=2026-12&zone=UTC'],
    ['/meetings/?month=2026-12&zone=UTC', 'month=2026-12&zone=UTC'],
    ['/meetings/?utm_source=x&month=2026-12&fbclid=1', 'month=2026-12'],
    ['/meetings/?zone=Mars/Olympus&month=2026-13', ''],
    ['/meetings/?zone=UTC&zone=Europe/Madrid', 'zone=UTC'],
    ['/meetings/?v=0123456789ab', ''],
    ['/meetings/?language=es', ''],
    ['/meetings/?page=2&utm_source=x', 'page=2'],
    ['/meetings/?page=1', 'page=1'],
    // No list has these parts. They are one page, which answers 404.
    ['/meetings/?page=0', 'page=0'],
    ['/meetings/?page=-1', 'page=0'],
    ['/meetings/?page=abc', 'page=0'],
    ['/meetings/?page=', 'page=0'],
    ['/meetings/?page=12345678', 'page=0'],
    ['/meetings/?q=metrics', ''],
    ['/meetings/?topic=q-a&group=docs&page=2', 'group=docs&topic=q-a&page=2'],
    ['/meetings/?group=<b>&region=', ''],
  ])('of %s has only what the page reads: %j', (path, query) => {
    expect(of(path)).toEqual({path: '/meetings/', query})
  })

  test.each(['', '?q=', '?q=%20%00', '?utm_source=x', '?shown=40'])(
    'of the search page without a query, %j, is one page',
    (query) => {
      expect(of(`/meetings/search/${query}`)).toEqual({path: '/meetings/search/', query: ''})
    },
  )

  test('of a style sheet has its version, and of a calendar file nothing', () => {
    expect(of('/api/legend.css?v=0123456789ab&zone=UTC')).toEqual({
      path: '/api/legend.css',
      query: 'v=0123456789ab',
    })
    expect(of('/api/legend.css?v=made-up')).toMatchObject({query: ''})
    expect(of('/api/theme.css?v=0123456789ab')).toMatchObject({query: 'v=0123456789ab'})
    expect(of('/api/search/pt-BR.json?v=0123456789ab&q=x')).toEqual({
      path: '/api/search/pt-BR.json',
      query: 'v=0123456789ab',
    })
    expect(of('/api/touchpoints/all-hands.ics?zone=UTC')).toMatchObject({query: ''})
  })

  test.each([
    ['/meetings/all-hands/?share=token', 'a shared draft'],
    ['/meetings/search/?q=metrics', 'results, which strangers choose'],
    ['/es/meetings/search/?q=metrics&zone=UTC', 'results in a language'],
    ['/api/search?q=metrics', 'results as JSON'],
    ['/es/api/search?q=metrics', 'results as JSON in a language'],
    ['/meetings/?share=', 'a shared draft, even without a token'],
    ['/api/draft-mode/enable?sanity-preview-secret=x', 'an action'],
    ['/api/editors/events', 'the editors’ calendar'],
    ['/api/live', 'a stream'],
    ['/media/images/project/dataset/name.png?w=10&h=10', 'an image'],
    [
      '/media/cards/meetings.png?v=0123456789ab',
      'the image of a page, which has a cache of its own',
    ],
  ])('of %s does not exist: %s', (path) => {
    expect(of(path)).toBeUndefined()
  })
})
