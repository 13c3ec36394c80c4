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
  test('shows the weekday, date and time in its own time zone, not in the editor’s', () => {
    expect(touchpointPreview(session)).toEqual({
      title: 'SBOM implementation journey',
      subtitle: 'Thu 12 Jun 2025, 12:00 · held',
      description: 'Thursday touchpoints',
    })
  })

  test('has its date and status in one short line, which a list of 320 pixels does not cut off', () => {
    const guests = {name0: 'A guest with a name that fills the line', role0: 'guest'}
    for (const status of ['planned', 'confirmed', 'cancelled', 'held']) {
      const {subtitle} = touchpointPreview({...session, ...guests, status})
      expect(subtitle.length).toBeLessThanOrEqual(36)
    }
  })

  test('names its guests but not its moderators, because they come to each session', () => {
    const guests = {
      name0: 'Andrew Wafaa',
      role0: 'guest',
      name1: 'Ana Jiménez',
      role1: 'moderator',
      name2: 'Ibrahim Haddad',
      role2: 'guest',
    }
    expect(touchpointPreview({...session, ...guests}).description).toBe(
      'Andrew Wafaa, Ibrahim Haddad',
    )
  })

  test.each([
    [{}, 'Untitled', 'no date'],
    [{title: 'New', start: 'soon', timeZone: 'UTC'}, 'New', 'invalid date'],
    [
      {...session, timeZone: 'CET/Spain', series: undefined},
      session.title,
      'invalid time zone · held',
    ],
  ])(
    'has a title and a subtitle even if fields are missing or malformed: %j',
    (selected, title, subtitle) => {
      expect(touchpointPreview(selected)).toEqual({title, subtitle})
    },
  )
})
