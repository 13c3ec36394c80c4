import {expect, test} from 'vitest'

import {repairMojibake} from '../../../importers/markdown/repairMojibake.ts'

/** What the damage does to a text: its UTF-8 read as Macintosh text. */
function damaged(text: string): string {
  return new TextDecoder('macintosh').decode(new TextEncoder().encode(text))
}

test.each(['⭐️', '📆', '🙋‍♀️', 'naïve – “quoted”'])('%s comes back', (text) => {
  expect(repairMojibake(damaged(text))).toBe(text)
})

test.each(['Ana Jiménez', 'Csatári', 'Überblick – “quoted”', '東京', '⭐️'])(
  '%s was whole and stays',
  (text) => {
    expect(repairMojibake(text)).toBe(text)
  },
)
