import {BehaviorSubject, Subject, throwError} from 'rxjs'
import {describe, expect, it} from 'vitest'

import {capitalized} from '../../../studio/community/capitalized.ts'
import {observeCommunity} from '../../../studio/community/observeCommunity.ts'
import {type CommunityFacts, readCommunity} from '../../../studio/community/readCommunity.ts'
import {placesOf} from '../../../studio/schedule/placesOf.ts'

describe('the community of the Studio', () => {
  it('has defaults without a document, so that a new Studio works', () => {
    expect(readCommunity(null)).toMatchObject({
      exists: false,
      languages: [],
      regions: [],
      session: {singular: 'touchpoint', plural: 'touchpoints'},
      group: {singular: 'group', plural: 'groups'},
    })
  })

  it('has its own words, and the singular for a missing plural', () => {
    const vocabulary = {group: {singular: 'SIG'}, session: {plural: 'calls'}, roles: ['Chair', 7]}
    expect(readCommunity({vocabulary})).toMatchObject({
      exists: true,
      group: {singular: 'SIG', plural: 'SIG'},
      session: {singular: 'touchpoint'},
      roles: ['Chair'],
    })
  })

  it('leaves out incomplete regions, breaks and workspaces, which an editor is still typing', () => {
    const community = readCommunity({
      regions: [{code: 'EMEA', timeZone: 'Europe/Berlin'}, {code: 'APAC'}],
      breaks: [{from: '2026-12-21', to: '2027-01-03'}, {from: '2026-08-01'}],
      workspaces: [{kind: 'slack', name: 'Example'}, {kind: 'slack'}],
    })
    expect(placesOf(community.regions)).toEqual([{name: 'EMEA', timeZone: 'Europe/Berlin'}])
    expect(community.breaks).toEqual([{from: '2026-12-21', to: '2027-01-03'}])
    expect(community.workspaces).toEqual([{kind: 'slack', name: 'Example'}])
  })
})

describe('following the community document', () => {
  it('emits only what changes for the Studio, because each emission renders its lists again', () => {
    const results = new Subject<unknown>()
    const names: (string | undefined)[] = []
    observeCommunity({listenQuery: () => results}, '2026-01-01').subscribe((community) =>
      names.push(community.name),
    )
    results.next({name: 'Example'})
    results.next({name: 'Example', logo: {}})
    results.next({name: 'Sample'})
    expect(names).toEqual(['Example', 'Sample'])
  })

  it('emits defaults if the document can not be read, so that the lists still open', () => {
    const received = new BehaviorSubject<CommunityFacts | undefined>(undefined)
    const failing = {listenQuery: () => throwError(() => new Error('offline'))}
    observeCommunity(failing, '2026-01-01').subscribe(received)
    expect(received.value?.session.plural).toBe('touchpoints')
  })
})

it.each([
  ['working groups', 'Working groups'],
  ['SIGs', 'SIGs'],
  ['équipes', 'Équipes'],
  ['', ''],
])('a label begins with a capital letter: %s', (word, label) => {
  expect(capitalized(word)).toBe(label)
})
