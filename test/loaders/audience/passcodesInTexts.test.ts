import {describe, expect, test} from 'vitest'

import {withhold} from '../../../loaders/audience/withhold.ts'
import {innocentSentences, passcodeWordings} from '../../support/passcodeWordings.ts'

const span = (text: string) => ({_type: 'span', _key: 's', text, marks: []})
const block = (text: string) => ({_type: 'block', children: [span(text)], markDefs: []})

/** A session with a text in each kind of field. */
function sessionWith(text: string, audience: string) {
  return {
    audience,
    title: text,
    summary: `Plans. ${text}`,
    cancelReason: text,
    topics: ['budget', text],
    agenda: [{_key: 'a', title: text}],
    description: [block(text)],
    recordings: [{title: text}],
    series: {title: 'Board', description: text},
  }
}

describe('in every field, visitors', () => {
  test.each(passcodeWordings)('do not get the passcode of a members’ session: %j', (wording) => {
    const session = sessionWith(wording, 'members')
    withhold(session)
    expect(JSON.stringify(session)).not.toContain('HUNT')
    expect(session.topics).toEqual(['budget'])
  })

  test.each(innocentSentences)('get a sentence that means something else: %s', (text) => {
    const session = sessionWith(text, 'members')
    withhold(session)
    expect(session).toEqual(sessionWith(text, 'members'))
  })

  test.each(passcodeWordings)('get the texts of a session for everyone as they are: %j', (text) => {
    const session = sessionWith(text, 'everyone')
    withhold(session)
    expect(session).toEqual(sessionWith(text, 'everyone'))
  })
})

test.each([
  `https://redirect.example/?u=${encodeURIComponent('https://zoom.us/j/812')}`,
  'https://tinyurl.com/abc',
])('a link field of a members’ session loses a link that may lead to its room: %s', (link) => {
  const session = {audience: 'members', links: {slides: link, agenda: 'https://notes.example/a'}}
  withhold(session)
  expect(session.links).toEqual({slides: null, agenda: 'https://notes.example/a'})
})

test('a passcode in the paragraph or topic after its label is removed too', () => {
  const session = {
    audience: 'members',
    topics: ['Passcode:', 'HUNT', 'budget'],
    description: [block('Passcode'), block('HUNT'), block('Bring questions.')],
  }
  withhold(session)
  expect(JSON.stringify(session)).not.toContain('HUNT')
  expect(session).toMatchObject({topics: ['budget'], description: [{}, block('Bring questions.')]})
})
