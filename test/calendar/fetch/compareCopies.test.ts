import {expect, test} from 'vitest'

import {compareCopies} from '../../../calendar/fetch/compareCopies.ts'

const feed = (...events: string[]) =>
  events.map((lines) => `BEGIN:VEVENT\n${lines}\nEND:VEVENT\n`).join('')

test.each([
  [String.raw`Board\, moved\; really`, 'Board, moved; really'],
  [String.raw`Two\nlines`, 'Two lines'],
  [String.raw`C:\\new`, String.raw`C:\new`],
])('a title is unescaped once, as in the events themselves: %s', (written, title) => {
  const change = compareCopies(feed(), feed(`UID:a\nSUMMARY:${written}`), '2024-03-20T00:00:00Z')
  expect(change?.examples).toEqual([{what: 'added', title}])
})

test.each([
  ['PRIVATE', '(private event)'],
  ['X-PERSONAL', '(private event)'],
  ['PUBLIC', 'Board'],
])('an event of class %s is listed as %s', (name, title) => {
  const event = feed(`UID:a\nSUMMARY:Board\nCLASS:${name}`)
  expect(compareCopies(feed(), event, '2024-03-20T00:00:00Z')?.examples).toEqual([
    {what: 'added', title},
  ])
})
