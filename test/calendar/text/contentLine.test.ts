import {describe, expect, test} from 'vitest'
import {parseContentLine} from '../../../calendar/text/contentLine.ts'
import {unescapeText} from '../../../calendar/text/unescapeText.ts'
import {unfold} from '../../../calendar/text/unfold.ts'

function paramsOf(text: string): Record<string, string> {
  return Object.fromEntries(parseContentLine(text, 1)?.params ?? [])
}

describe('parseContentLine', () => {
  test('splits at the first colon outside quotes', () => {
    const line = parseContentLine(
      'Attendee;CN="Doe: Jane; PhD";ROLE=CHAIR:mailto:jane@example.org',
      7,
    )
    expect(line).toMatchObject({name: 'ATTENDEE', value: 'mailto:jane@example.org', line: 7})
    expect(paramsOf('Attendee;CN="Doe: Jane; PhD";ROLE=CHAIR:mailto:x')).toEqual({
      CN: 'Doe: Jane; PhD',
      ROLE: 'CHAIR',
    })
  })

  test('decodes carets in parameters (RFC 6868)', () => {
    expect(paramsOf("X;CN=^'Jo^' ^^ ^n:y")).toEqual({CN: '"Jo" ^ \n'})
  })

  test('stores parameters in a map, so that names such as CONSTRUCTOR are safe', () => {
    expect(parseContentLine('X;CONSTRUCTOR=a:b', 1)?.params.get('CONSTRUCTOR')).toBe('a')
    expect(parseContentLine('X:b', 1)?.params.get('CONSTRUCTOR')).toBeUndefined()
  })

  test.each(['', 'no colon', ':value', 'TWO WORDS:x', 'X;A="never closed:x'])(
    'rejects "%s", which is not a content line',
    (text) => {
      expect(parseContentLine(text, 1)).toBeUndefined()
    },
  )
})

test('unfold joins lines at any kind of line break followed by one space or tab', () => {
  expect(unfold('a\r\n b\n\tc\r\r\n  d')).toBe('abc d')
})

test('unescapeText decodes each escape once, so an escaped backslash before an n is not a line break', () => {
  expect(unescapeText(String.raw`a\, b\; c\nd\Ne \\n \x`)).toBe('a, b; c\nd\ne \\n \\x')
})
