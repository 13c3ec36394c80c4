import {describe, expect, test} from 'vitest'

import {
  findJoinDetails,
  isHostLink,
  isJoinLink,
  withoutJoinDetails,
} from '../../../calendar/links/index.ts'

/** Each has the word "s3cret99" or these digits, and something that must stay. */
const invitations = [
  ['a link', 'Plans. Join: https://meet.example.org/s3cret99.', 'Plans.'],
  ['a link of an unknown host', 'Plans: https://rooms.example/s3cret99', 'Plans'],
  ['a link without its scheme', 'Plans at zoom.us/j/s3cret99', 'Plans'],
  ['a link of a program', 'Plans zoommtg://zoom.us/join?confno=s3cret99', 'Plans'],
  ['a link of another program', 'Plans msteams:/l/meetup-join/s3cret99', 'Plans'],
  ['a link in HTML', 'Plans <a href="https://zoom.us/j/s3cret99">here</a>', 'Plans'],
  ['a passcode', 'Plans (Passcode: s3cret99)', 'Plans'],
  ['a passcode in the next line', 'Plans\nPasscode:\ns3cret99', 'Plans'],
  ['a passcode after a dash', 'Plans. Pass code – s3cret99', 'Plans.'],
  ['a passcode in a sentence', 'Plans. The passcode is s3cret99.', 'Plans.'],
  ['a passcode without a colon', 'Plans. Password s3cret99', 'Plans.'],
  ['a passcode in quotes', 'Plans. Passcode: "my s3cret99"', 'Plans.'],
  ['a passcode of a query', 'Plans ?pwd=s3cret99', 'Plans'],
  ['a PIN', 'Plans. PIN: 3399-s3cret99', 'Plans.'],
  ['a German passcode', 'Plans. Kenncode: s3cret99', 'Plans.'],
  ['a Spanish passcode', 'Plans. Código de acceso: s3cret99', 'Plans.'],
  ['a French passcode', 'Plans. Mot de passe : s3cret99', 'Plans.'],
  ['a Chinese passcode', 'Plans 会议密码：s3cret99', 'Plans'],
  ['a Japanese passcode', 'Plans パスコード: s3cret99', 'Plans'],
  ['a host key', 'Plans. Host key: s3cret99', 'Plans.'],
  ['a meeting id', 'Plans. Meeting ID: 339 9133 9913', 'Plans.'],
  ['a meeting id of Teams', 'Plans. Meeting ID: 339 913 399 13', 'Plans.'],
  ['a meeting id without a label', 'Plans in 339 9133 9913', 'Plans'],
  ['a room of Google Meet', 'Plans in qzx-qjzx-qzx', 'Plans'],
  ['one tap', 'Plans. +3399133991,,3399133991#,,,,*339913#', 'Plans.'],
  ['a number to dial', 'Plans. Dial +1 339 913 3991', 'Plans.'],
  ['a number without a country', 'Plans. Call-in: (339) 913-3991', 'Plans.'],
  ['an address of SIP', 'Plans. 33991339@zoomcrc.com', 'Plans.'],
] as const

describe('a text about a meeting for members', () => {
  test.each(invitations)('loses %s, and keeps its other words', (_, text, rest) => {
    const cleaned = withoutJoinDetails(text)
    expect(cleaned).not.toMatch(/s3cret99|3399|339|qzx|zoom/)
    expect(cleaned).toContain(rest)
  })

  test('loses the labels of an invitation with their values, because "Join: ." says nothing', () => {
    const text = [
      'Ana invites you to plan the spring.',
      '',
      'Join Zoom Meeting',
      'https://zoom.us/j/81234567890?pwd=abc',
      '',
      'Meeting ID: 812 3456 7890',
      'Passcode: 123456',
      '---',
      'One tap mobile',
      '+16699006833,,81234567890#,,,,*123456# US (San Jose)',
      '',
      'Dial by your location',
      '        +1 669 900 6833 US (San Jose)',
      '',
      'Bring questions.',
    ].join('\n')
    expect(withoutJoinDetails(text)).toBe('Ana invites you to plan the spring.\n\nBring questions.')
  })

  test.each([
    ['Join at zoom.us/j/81234567890 and bring questions.', 'Join and bring questions.'],
    ['Agenda (https://notes.example/x): intro, talks', 'Agenda: intro, talks'],
    ['We plan. See https://example.org/agenda for more', 'We plan.'],
  ])('stays readable: %s', (text, cleaned) => {
    expect(withoutJoinDetails(text)).toBe(cleaned)
  })

  test.each([
    'On 2026-03-12, 13:00 to 14:00, in room 12 with 100 people.',
    'Version 1.2.3 of Node.js/Deno, issue #12345',
    'Key results 2025 to 2026',
  ])('without a detail is unchanged: %s', (text) => {
    expect(withoutJoinDetails(text)).toBe(text)
  })
})

describe('the details that a text reveals', () => {
  test('are rooms, passcodes, ids and numbers, in order and each once', () => {
    const text = 'https://zoom.us/j/81234567890?pwd=abc, passcode: 1234, meeting ID 812 3456 7890'
    expect(findJoinDetails(text).map(({kind, text}) => [kind, text])).toEqual([
      ['room-link', 'https://zoom.us/j/81234567890?pwd=abc'],
      ['passcode', 'passcode: 1234'],
      ['meeting-id', 'meeting ID 812 3456 7890'],
    ])
  })

  test.each([
    'Slides: https://example.org/slides',
    'Watch https://zoom.us/rec/share/abc',
    'Call us by 13:00 on 2026-03-12.',
  ])('are none in %s, because a warning must be right', (text) => {
    expect(findJoinDetails(text)).toEqual([])
  })
})

test.each([
  ['https://zoom.us/j/81234567890', true],
  ['https://zoom.us/meeting/register/abc', true],
  ['https://example.org/room?passcode=1', true],
  ['zoommtg://zoom.us/join', true],
  ['https://zoom.us/rec/share/abc', false],
  ['https://example.org/agenda', false],
  ['mailto:ana@example.org', false],
])('whether %s lets its reader in: %s', (link, expected) => {
  expect(isJoinLink(link)).toBe(expected)
})

test('a link that starts the meeting as its host is recognized', () => {
  expect(isHostLink('https://zoom.us/s/81234567890?zak=x')).toBe(true)
  expect(isHostLink('https://zoom.us/j/81234567890')).toBe(false)
})

test.each([
  'passcode '.repeat(5000),
  'a.'.repeat(20_000),
  '+1 '.repeat(20_000),
  ' '.repeat(50_000),
  '1 '.repeat(20_000),
  'passcode ('.repeat(5000),
  `https://x.example/${' '.repeat(50_000)}x`,
  'https://x.example/ ('.repeat(3000),
])('a hostile text is read in one pass (%#)', (text) => {
  expect(withoutJoinDetails(text).length).toBeLessThanOrEqual(text.length)
})
