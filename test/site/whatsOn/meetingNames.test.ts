import {describe, expect, test} from 'vitest'

import {namesBeside} from '../../../site/src/whatsOn/meetingNames.ts'

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
