import {expect, test} from 'vitest'

import {maxQueryLength} from '../../../site/src/search/readSearchRequest.ts'
import {wordsOfAddress} from '../../../site/src/search/wordsOfAddress.ts'

test.each([
  ['/community/meetings/2024-03-28-security-management/', 'security management'],
  ['/community/meetings/groups/catalog-circle', 'catalog circle'],
  ['/old/page.html', 'page'],
  ['/meetings/2027-03-11/', ''],
  ['/meetings/%D9%83%D8%AA%D8%A7%D8%A8/', '\u0643\u062a\u0627\u0628'],
  ['/meetings/100%/', '100'],
  ['/', ''],
])('a search for what was at %s begins with its words', (pathname, words) => {
  expect(wordsOfAddress(pathname)).toBe(words)
})

test('a long address is cut to what the search accepts', () => {
  expect(wordsOfAddress(`/${'a'.repeat(5000)}/`)).toHaveLength(maxQueryLength)
})
