import {youtubeLink} from '@touchpoints/schemas/rules'

import type {Collector} from './collector.ts'
import {linksIn} from './linksIn.ts'
import {lineOf, type Page} from './readPage.ts'
import {textIn} from './readers/textIn.ts'

const channelOrAddress = /(?<![\w/])#[a-z][\w-]+|[\w.+-]+@[\w-]+\.[\w.-]+\w/gi

/**
 * Lists every link, address and channel of a page that nothing made of it mentions. The readers leave
 * none behind that we know of; this keeps the next reader from losing one in silence.
 */
export function listForgotten(page: Page, out: Collector): void {
  const result = JSON.stringify(out.result())
  for (const block of page.sections.flatMap(({blocks}) => blocks)) {
    const facts = new Set([
      ...(block.type === 'shortcode'
        ? Object.values(block.parameters)
        : linksIn(block).map(({url}) => kept(url))),
      ...(textIn(block).match(channelOrAddress) ?? []),
    ])
    for (const fact of facts) {
      if (fact === '' || result.includes(JSON.stringify(fact).slice(1, -1))) continue
      out.unmapped(lineOf(block), fact, 'Nothing that was made of the page mentions this.')
    }
  }
}

/** The part of a link that every form of it keeps: a video’s id for YouTube. */
function kept(url: string): string {
  const media = youtubeLink(url)
  return media?.youtubeId ?? media?.playlistId ?? url
}
