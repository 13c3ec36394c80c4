import sharp from 'sharp'
import {describe, expect, test} from 'vitest'

import {type Card, cardSize, cardVersion} from '../../../site/src/ownPages/card/card.ts'
import {cardImages} from '../../../site/src/ownPages/card/cardImages.ts'
import {cardTexts, withoutMissing} from '../../../site/src/ownPages/card/cardTexts.ts'
import {renderCard} from '../../../site/src/ownPages/card/renderCard.ts'

const card: Card = {
  name: 'Example Commons',
  label: 'Weekly call',
  title: 'How to start an OSPO',
  detail: 'Thursday 10 December 2026',
  accent: '#065d59',
}
const host = 'example.org'

async function pixels(rendered: Card): Promise<Buffer> {
  return sharp(await renderCard(rendered, host))
    .raw()
    .toBuffer()
}

describe('the image of a page', () => {
  test.each([
    ['a short title', 'AI'],
    ['a title of a thousand letters', 'Security '.repeat(120)],
    ['one word of a thousand letters', 'x'.repeat(1000)],
    ['markup', '</text><script>alert(1)</script> & "quotes" \' <img src=x onerror=1>'],
    ['a bidirectional override and control characters', '\u202eevil\u0000\u0007\u202c'],
    ['piled up accents', `Z${'\u0335\u0321\u0322'.repeat(200)}algo`],
    ['emoji', '👩‍💻 Hacking 🚀 day 1️⃣'],
    ['nothing', ''],
  ])('is a PNG of 1200 × 630 for %s', async (_, title) => {
    const image = await renderCard({...card, title}, host)
    const {format, width, height} = await sharp(image).metadata()
    expect({format, width, height}).toEqual({format: 'png', ...cardSize})
    expect(image.byteLength).toBeLessThan(200_000)
  })

  test('shows the date in place of a title that no font has, and never boxes', async () => {
    for (const title of ['開源社群會議', 'اجتماع المجتمع', 'समुदाय']) {
      const dated = await pixels({...card, title, date: '2026-12-10'})
      expect(dated.equals(await pixels({...card, title: '2026-12-10'}))).toBe(true)
    }
  })

  test('shows the host for such a title without a date, and leaves out other texts', async () => {
    const image = await pixels({
      ...card,
      name: '開源',
      title: '會議',
      label: '系列',
      detail: '週四',
    })
    const other = await pixels({...card, name: '', title: host, label: '', detail: ''})
    expect(image.equals(other)).toBe(true)
  })

  test('shows Greek, Cyrillic and Vietnamese, which the fonts have', async () => {
    for (const title of ['Ελληνικά', 'Русский', 'Tiếng Việt', 'Łódź']) {
      const shown = await pixels({...card, title, date: '2026-12-10'})
      expect(shown.equals(await pixels({...card, title: '2026-12-10'}))).toBe(false)
    }
  })
})

describe('the texts of an image', () => {
  test('have no emoji, no control character and no piled up accent', () => {
    const {title} = cardTexts({...card, title: ' 🚀 A\u0000\u202eb e\u0301\u0302\u0303\u0304 '})
    expect(title).toBe('A b \u00e9\u0302\u0303')
  })

  test('keep those that the fonts have', () => {
    const shown = withoutMissing({...card, title: '会議', label: 'Weekly'}, ['会議'], host)
    expect(shown).toMatchObject({title: host, label: 'Weekly'})
  })
})

describe('the images of a site', () => {
  test('are rendered once for each content and one at a time, because a render occupies a processor', async () => {
    const events: string[] = []
    const imageOf = cardImages(async ({title}) => {
      events.push(`start ${title}`)
      await Promise.resolve()
      events.push(`end ${title}`)
      return new Uint8Array([title.length])
    })
    await Promise.all(['a', 'b', 'a'].map((title) => imageOf({...card, title})))
    expect(events).toEqual(['start a', 'end a', 'start b', 'end b'])
  })

  test('are tried again after a failure, and the next one is rendered', async () => {
    let fails = true
    const imageOf = cardImages(async () => {
      if (fails) throw new Error('no memory')
      return new Uint8Array([1])
    })
    await expect(imageOf(card)).rejects.toThrow('no memory')
    fails = false
    expect(await imageOf(card)).toEqual(new Uint8Array([1]))
  })

  test('have another address when their content changes', () => {
    expect(cardVersion({...card, title: 'Other'})).not.toBe(cardVersion(card))
    expect(cardVersion({...card})).toBe(cardVersion(card))
  })
})
