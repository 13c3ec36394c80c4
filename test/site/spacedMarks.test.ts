import {expect, test} from 'vitest'

import {spacedMarks} from '../support/spacedMarks.ts'

test('a comma after a space is reported, because a line break of a template is a space', () => {
  const html = '<body><p><span>Translator</span> , <span>Biblioteca del Faro</span></p>'
  expect(spacedMarks(html)).toEqual(['Translator ,'])
  expect(spacedMarks('<body><p><a>Ines</a>\n, \n<a>Leila</a></p>')).toEqual(['Ines ,'])
})

test.each([
  '<body><p><span>Translator</span>, <span>Biblioteca del Faro</span></p>',
  '<body><script>const a = [1 , 2]</script><p>Text</p>',
])('%s is not reported', (html) => {
  expect(spacedMarks(html)).toEqual([])
})
