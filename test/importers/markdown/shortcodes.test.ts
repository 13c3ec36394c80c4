import {expect, test} from 'vitest'

import {extractShortcodes} from '../../../importers/markdown/shortcodes.ts'

test('reads quoted, raw, bare and positional parameters over several lines', () => {
  const text = 'a\n\n{{< card\n  title="A \\"big\\" one" note=`x > y` n=3\n>}} {{% spacer 40 %}}'
  expect(extractShortcodes(text).shortcodes).toMatchObject([
    {name: 'card', parameters: {title: 'A "big" one', note: 'x > y', n: '3'}, line: 3},
    {name: 'spacer', parameters: {'0': '40'}, line: 5},
  ])
})

test('leaves blanks, so that the rest keeps its lines and offsets', () => {
  const text = 'before\n{{< card\ntitle="x"\n>}}\nafter'
  const rest = extractShortcodes(text).text
  expect(rest).toHaveLength(text.length)
  expect(rest.split('\n')).toHaveLength(5)
  expect(rest.trim().split(/\s+/)).toEqual(['before', 'after'])
})

test('reads tags and outputs of Jekyll, so that they are listed and not read as text', () => {
  const text = 'a\n{% include card.html title="Kites" %}\n\n{{ site.title }} b'
  const {shortcodes, text: rest} = extractShortcodes(text)
  expect(shortcodes).toMatchObject([
    {name: 'include', parameters: {title: 'Kites'}, line: 2},
    {name: 'site.title', line: 4, text: '{{ site.title }}'},
  ])
  expect(rest.trim().split(/\s+/)).toEqual(['a', 'b'])
})

test('a quotation, a commented call and an unclosed one are not shortcodes', () => {
  for (const text of ['> quoted', '{{</* card */>}}', '{{< card title="x"']) {
    expect(extractShortcodes(text)).toEqual({text, shortcodes: []})
  }
})

test.each(['{% a ', '{{ a ', '{{< a ', '{{< a "', '{{< a ` "', '{{< a "b" '])(
  'many unclosed “%s” take no quadratic time: a scan to the end from each of them takes minutes',
  (opening) => {
    const text = opening.repeat(300_000)
    expect(extractShortcodes(text)).toEqual({text, shortcodes: []})
  },
)
