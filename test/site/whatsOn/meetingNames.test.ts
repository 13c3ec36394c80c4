import {describe, expect, test} from 'vitest'

import {namesBeside, seriesName} from '../../../site/src/whatsOn/meetingNames.ts'

describe('the names beside the title of a meeting', () => {
  test('are those that the title does not contain, so that no row says a name twice', () => {
    const title = 'Agentic AI: working group'
    expect(namesBeside(title, {group: 'agentic AI', series: 'Bi-weekly call'})).toEqual({
      series: 'Bi-weekly call',
    })
    expect(namesBeside('Release demo', {group: 'Docs', series: 'Weekly call'})).toEqual({
      group: 'Docs',
      series: 'Weekly call',
    })
  })

  test('have no series that is named within its group', () => {
    expect(namesBeside('Demo', {group: 'Docs guild', series: 'Docs'})).toEqual({
      group: 'Docs guild',
    })
  })
})

test('a series has the name of its group before it, because four chapters have a "Chapter evening"', () => {
  expect(seriesName({title: 'Chapter evening', group: 'Lisbon'})).toBe('Lisbon · Chapter evening')
  expect(seriesName({title: 'Lisbon evening', group: 'Lisbon'})).toBe('Lisbon evening')
  expect(seriesName({title: 'All hands'})).toBe('All hands')
})
