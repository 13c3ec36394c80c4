import {describe, expect, test} from 'vitest'

import {readMarkdown} from '../../support/readMarkdown.ts'

function talk(front: string, body = '') {
  const plan = readMarkdown(
    `+++\ntitle = "Kelp"\nspeakers = ["Ann Bay"]\n${front}\n+++\n\n${body}`,
    {
      asOf: '2026-01-15',
      path: 'content/talks/kelp.md',
    },
  )
  const session = plan.documents.find(({_type}) => _type === 'touchpoint')
  return {...plan, session}
}

describe('the date of a talk in front matter', () => {
  test.each(['event_date', 'eventDate', 'start', 'startDate', 'when'])(
    '%s wins over the day of publication, in each order',
    (field) => {
      const lines = ['date = 2026-01-05', `${field} = 2026-02-12`]
      for (const front of [lines, lines.toReversed()]) {
        const {session, leftovers} = talk([...front, 'time = "10:00 UTC"'].join('\n'))
        expect(session?.['schedule']).toMatchObject({start: '2026-02-12T10:00:00Z'})
        expect(leftovers.map(({text}) => text).join()).toContain('2026-01-05')
      }
    },
  )

  test('a start with an hour alone is the time of the event date', () => {
    const {session} = talk('event_date = 2026-02-12\nstart = "10:00 UTC"\ndate = 2026-01-05')
    expect(session?.['schedule']).toMatchObject({start: '2026-02-12T10:00:00Z'})
  })

  test('a start time with its date wins over the day of publication', () => {
    const {session} = talk('date = 2026-01-05\nstart_time = 2026-02-12T10:00:00Z')
    expect(session?.['schedule']).toMatchObject({start: '2026-02-12T10:00:00Z'})
  })

  test('“date” alone is used, and has to be verified', () => {
    const {session, findings} = talk('date = 2026-02-12T10:00:00Z')
    expect(session?.['schedule']).toMatchObject({start: '2026-02-12T10:00:00Z'})
    expect(findings.map(({message}) => message).join()).toContain('day of publication')
  })
})
