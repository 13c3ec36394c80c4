import {describe, expect, test} from 'vitest'

import {namedCalendarRule} from '../../../schemas/rules/namedCalendarRule.ts'
import {findingsOf, refTo} from './findingsOf.ts'

const others = [
  {_id: 'own', _type: 'calendar', title: 'Main', ownership: 'own'},
  {_id: 'foreign', _type: 'calendar', title: 'OpenSSF', ownership: 'ofInterest', enabled: true},
  {_id: 'off', _type: 'calendar', title: 'Old', ownership: 'own', enabled: false},
]

const check = (fields: object) =>
  findingsOf(namedCalendarRule, {_type: 'series', ...fields}, {others})

describe('the calendar of a series', () => {
  test('gets no finding if it is the community’s own and shown, or not named', () => {
    expect(check({calendar: refTo('own'), eventUid: 'abc@google.com'})).toEqual([])
    expect(check({})).toEqual([])
  })

  test('is a warning if it belongs to another community, because it can’t decide', () => {
    const [finding] = check({calendar: refTo('foreign')})
    expect(finding).toMatchObject({level: 'warning', path: ['calendar']})
    expect(finding?.message).toContain('“OpenSSF” belongs to another community')
  })

  test('is a warning if it is off, because it is not read', () => {
    const [finding] = check({calendar: refTo('off')})
    expect(finding).toMatchObject({level: 'warning', path: ['calendar']})
    expect(finding?.message).toContain('“Old” is off')
  })

  test('is missing if only its event is named, which then has no effect', () => {
    expect(check({eventUid: 'abc@google.com'})).toMatchObject([
      {level: 'warning', path: ['eventUid']},
    ])
  })

  test('gets no finding if it does not exist, because Sanity reports that', () => {
    expect(check({calendar: refTo('nowhere')})).toEqual([])
  })
})
