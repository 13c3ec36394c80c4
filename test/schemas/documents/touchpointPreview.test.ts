import {describe, expect, test} from 'vitest'

import {touchpointPreview} from '../../../schemas/documents/touchpointPreview.ts'

const session = {
  title: 'SBOM implementation journey',
  start: '2025-06-12T11:00:00Z',
  timeZone: 'Europe/London',
  status: 'held',
  series: 'Thursday touchpoints',
}

describe('a touchpoint in a list', () => {
  test('says the weekday, date and time of its own zone, whatever the editor’s clock says', () => {
    expect(touchpointPreview(session).subtitle).toBe(
      'Thu 12 Jun 2025, 12:00 · held · Thursday touchpoints',
    )
  })

  test('names its guests and not its moderators, who are there each time', () => {
    const guests = {
      name0: 'Andrew Wafaa',
      role0: 'guest',
      name1: 'Ana Jiménez',
      role1: 'moderator',
      name2: 'Ibrahim Haddad',
      role2: 'guest',
    }
    expect(touchpointPreview({...session, ...guests}).subtitle).toBe(
      'Thu 12 Jun 2025, 12:00 · held · Andrew Wafaa, Ibrahim Haddad',
    )
  })

  test.each([
    [{}, 'Untitled', 'no date yet'],
    [{title: 'New', start: 'soon', timeZone: 'UTC'}, 'New', 'no valid date'],
    [
      {...session, timeZone: 'CET/Spain', series: undefined},
      session.title,
      'no valid time zone · held',
    ],
  ])('is told with what it has: %j', (selected, title, subtitle) => {
    expect(touchpointPreview(selected)).toEqual({title, subtitle})
  })
})
