import {expect, test} from 'vitest'

import {parseCalendar} from '../../../calendar/parseCalendar.ts'
import {htmlToText} from '../../../calendar/text/htmlToText.ts'
import {plainText} from '../../../calendar/text/plainText.ts'

test.each([
  ['an override, which reverses the text after it', 'Call \u202ecod.exe', 'Call cod.exe'],
  ['an isolate that is never closed', '\u2066Call\u2067', 'Call'],
  ['control characters, which XML does not allow', 'a\u0000b\u0008c\u007fd\u0085e', 'abcde'],
])('%s is removed', (_, text, plain) => {
  expect(plainText(text)).toBe(plain)
})

test.each([
  'First line\nsecond\tline\r\n',
  'שלום \u200f(!)\u200f',
  'مرحبا \u061c12',
  '👩‍💻 می\u200cخواهم',
  '<b>1 & 2</b>',
])('%j stays, because it does nothing to the text after it', (text) => {
  expect(plainText(text)).toBe(text)
})

test.each([
  ['<p>Join us<br>at <b>noon</b></p>', 'Join us\nat noon'],
  ['<html-blob>One<BR/>two</html-blob>', 'One\ntwo'],
  ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
  [
    '<a href="https://zoom.us/j/1?a=1&amp;b=2" target="_blank">Join</a> now',
    'Join (https://zoom.us/j/1?a=1&b=2) now',
  ],
  ['<a href="https://zoom.us/j/1">https://zoom.us/j/1</a>', 'https://zoom.us/j/1'],
  ['<p>1 &lt; 2 &amp;&nbsp;3 &#39;&#x2F;</p>', "1 < 2 & 3 '/"],
  ['<style>p{}</style><script>alert(1)</script><p>Text', 'Text'],
  ['<p>R&amp;lt;D</p>', 'R&lt;D'],
])('the HTML of a calendar becomes text: %s', (html, text) => {
  expect(htmlToText(html)).toBe(text)
})

test.each([
  'I <3 this & that',
  'a < b and b > c',
  'See <https://example.org> &amp; more',
  'x <y> z',
])('text that only looks like HTML stays: %s', (text) => {
  expect(htmlToText(text)).toBe(text)
})

test.each(['<a '.repeat(50_000), `<p>${'<a href="'.repeat(50_000)}`, `<br${' '.repeat(200_000)}`])(
  'a long text without an end of its tags is read in one pass',
  (text) => {
    expect(htmlToText(text).length).toBeLessThanOrEqual(text.length)
  },
)

test('a problem quotes a feed without its control characters, because a terminal runs them', () => {
  const {problems} = parseCalendar('BEGIN:VCALENDAR\r\n\u001b]0;title\u0007 no\r\nEND:VCALENDAR')
  expect(problems.map(({code}) => code)).toContain('bad-line')
  expect(problems.map(({message}) => message).join('\n')).not.toMatch(/(?!\n)\p{Cc}/u)
})
