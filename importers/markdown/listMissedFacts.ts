import {youtubeLink} from '@touchpoints/schemas/rules'

import type {Collector} from './collector.ts'
import {linksIn} from './linksIn.ts'
import {lineOf, type Page} from './readPage.ts'
import {textIn} from './readers/textIn.ts'

// An address starts at a boundary and has a maximum length. Without the limits, a run of letters was
// scanned from each of them to its end (20 kB took 0.4 s, growing with the square).
const channelOrAddress =
  /(?<![\w/])#[a-z][\w-]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}\w/gi

/**
 * Lists every link, address and channel of a page that is missing from the result. The current readers miss
 * none that we know of. This check prevents a new reader from losing one silently.
 */
export function listMissedFacts(page: Page, out: Collector): void {
  const result = JSON.stringify(out.result())
  for (const block of page.sections.flatMap(({blocks}) => blocks)) {
    const facts = new Set([
      ...(block.type === 'shortcode'
        ? Object.values(block.parameters)
        : linksIn(block).map(({url}) => storedPart(url))),
      ...(textIn(block).match(channelOrAddress) ?? []),
    ])
    for (const fact of facts) {
      if (fact === '' || result.includes(JSON.stringify(fact).slice(1, -1))) continue
      out.unmapped(lineOf(block), fact, 'This was not imported into any document. Copy it by hand.')
    }
  }
}

/** Returns the part of a link that a document stores: the video’s id for YouTube. */
function storedPart(url: string): string {
  const media = youtubeLink(url)
  return media?.youtubeId ?? media?.playlistId ?? url
}
