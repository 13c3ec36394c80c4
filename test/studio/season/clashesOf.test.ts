import {describe, expect, it} from 'vitest'

import {clashesOf, isSerious} from '../../../studio/season/clashesOf.ts'
import {gridOf, slot, storedSeries, storedSession} from './season.ts'

const at = (time: string, values = {}) => ({cadence: {slots: [slot({time})]}, ...values})
const group = (id: string, roles: object[] = []) => ({group: {_id: id, title: id, roles}})

function clashTexts(...values: Parameters<typeof gridOf>) {
  const {items} = gridOf(values[0], {weeks: 1, ...values[1]})
  const clashes = clashesOf(items)
  return items.flatMap((item) =>
    (clashes.get(item.key) ?? []).map(({other, reason, people}) =>
      [item.series?.id, other.series?.id, reason, ...people.map(({name}) => name)].join(' '),
    ),
  )
}

describe('clashes', () => {
  it('are named from both sides', () => {
    const series = [storedSeries('a', at('12:00')), storedSeries('b', at('12:30'))]
    expect(clashTexts({series})).toEqual(['a b audience', 'b a audience'])
  })

  it('end with the meeting, so that one after the other is no clash', () => {
    const series = [storedSeries('a', at('12:00')), storedSeries('b', at('13:00'))]
    expect(clashTexts({series})).toEqual([])
  })

  it('compare instants and not clocks', () => {
    const tokyo = {cadence: {slots: [slot({time: '21:30', timeZone: 'Asia/Tokyo'})]}}
    const series = [storedSeries('a', at('12:00')), storedSeries('b', tokyo)]
    expect(clashTexts({series})).toEqual(['a b audience', 'b a audience'])
  })

  it('of different groups are only the time, which is usual in a large community', () => {
    const series = [
      storedSeries('a', at('12:00', group('x'))),
      storedSeries('b', at('12:00', group('y'))),
    ]
    expect(clashTexts({series})).toEqual(['a b time', 'b a time'])
    expect(isSerious({reason: 'time'})).toBe(false)
  })

  it('of different groups name a person who has a role in both', () => {
    const roles = [{id: 'ana', name: 'Ana', role: 'Chair'}]
    const series = [
      storedSeries('a', at('12:00', group('x', roles))),
      storedSeries('b', at('12:00', group('y', roles))),
    ]
    expect(clashTexts({series})).toEqual(['a b people Ana', 'b a people Ana'])
    expect(isSerious({reason: 'people'})).toBe(true)
  })

  it('name a guest of both sessions', () => {
    const people = [{id: 'bo', name: 'Bo'}]
    const series = [
      storedSeries('a', at('12:00', group('x'))),
      storedSeries('b', at('12:00', group('y'))),
    ]
    const sessions = [
      storedSession('1', '2026-01-08T12:00:00Z', {series: 'a', people}),
      storedSession('2', '2026-01-08T12:30:00Z', {series: 'b', people}),
    ]
    expect(clashTexts({series, sessions})).toEqual(['a b people Bo', 'b a people Bo'])
  })

  it.each(['cancelled', 'held'])('leave out a session that is %s', (status) => {
    const series = [storedSeries('a', at('12:00')), storedSeries('b', at('12:00'))]
    const sessions = [storedSession('1', '2026-01-08T12:00:00Z', {series: 'a', status})]
    expect(clashTexts({series, sessions})).toEqual([])
  })

  it('leave out skipped dates', () => {
    const exceptions = [{kind: 'skipped', date: '2026-01-08'}]
    const series = [
      storedSeries('a', {cadence: {slots: [slot()], exceptions}}),
      storedSeries('b', at('12:00')),
    ]
    expect(clashTexts({series})).toEqual([])
  })

  it('find a long meeting that is still running after a short one has ended', () => {
    const series = [
      storedSeries('long', at('12:00', {minutes: 240})),
      storedSeries('short', at('12:30', {minutes: 15})),
      storedSeries('late', at('15:30', {minutes: 15})),
    ]
    expect(clashTexts({series})).toEqual([
      'long short audience',
      'long late audience',
      'short long audience',
      'late long audience',
    ])
  })
})
