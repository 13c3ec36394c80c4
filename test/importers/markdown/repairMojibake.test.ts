import {expect, test} from 'vitest'

import {repairMojibake} from '../../../importers/markdown/repairMojibake.ts'

/** Damages a text: decodes its UTF-8 bytes as Macintosh text. */
function damaged(text: string): string {
  return new TextDecoder('macintosh').decode(new TextEncoder().encode(text))
}

test.each(['⭐️', '📆', '🙋‍♀️', 'naïve – “quoted”'])('%s is restored', (text) => {
  expect(repairMojibake(damaged(text))).toBe(text)
})

test.each(['Ana Jiménez', 'Csatári', 'Überblick – “quoted”', '東京', '⭐️'])(
  '%s was not damaged and stays unchanged',
  (text) => {
    expect(repairMojibake(text)).toBe(text)
  },
)
