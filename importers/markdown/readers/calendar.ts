import {calendarsOf} from '@touchpoints/schemas/rules'

import {type Collector, slug} from '../collector.ts'
import {linksIn} from '../linksIn.ts'
import {type Block, lineOf} from '../readPage.ts'
import type {Reader} from './reader.ts'
import {textIn} from './textIn.ts'

/** Reads "Public link", "Get this calendar in iCal" and "Have an event to add?" into a calendar and an address. */
export const readCalendar: Reader = ({title, blocks}, {out, isMeetingsPage}) => {
  if (!/calendar/i.test(title)) return blocks
  const candidates = blocks.map((block) => ({block, links: linksOf(block)}))
  const feed = candidates.find(({links}) => links.some(isFeed))
  const feedUrl = feed?.links.find(isFeed)
  const own = feedUrl && identity(feedUrl)
  // The two links of a provider that is not known have no identity in common. The public one has a zone.
  const isPublic = (link: string) =>
    !isFeed(link) &&
    (identity(link) === own || (own?.startsWith('other ') === true && /[?&]ctz=/.test(link)))
  const shown = candidates.find(({links}) => links.some(isPublic))
  const publicUrl = shown?.links.find(isPublic)
  if (feed && feedUrl) {
    const name = 'Community calendar'
    const line = lineOf(feed.block)
    const document = out.add(
      'calendar',
      name,
      {
        title: name,
        slug: slug(name),
        ownership: 'own',
        feedUrl,
        publicUrl,
        color: '#0b57d0',
        timeZone: publicUrl && (new URL(publicUrl).searchParams.get('ctz') ?? undefined),
        enabled: true,
      },
      line,
    )
    const message = `The page does not name its calendar. It was named "${name}".`
    out.verify(line, {code: 'uncertain', message, document})
  }
  return blocks.filter((block) => {
    const isOwn =
      feedUrl !== undefined &&
      linksOf(block).every((link) => link === feedUrl || isPublic(link) || identity(link) === own)
    if (isOwn && block.type !== 'shortcode' && (block === feed?.block || block === shown?.block)) {
      out.leftover(
        lineOf(block),
        out.source(block),
        'The page shows the links of a calendar automatically.',
      )
      return false
    }
    return !isMeetingsPage || !readEmail(block, out)
  })
}

function readEmail(block: Block, out: Collector): boolean {
  const address = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[a-z]{2,63}/i.exec(
    textIn(block),
  )?.[0]
  if (address === undefined || block.type !== 'paragraph') return false
  if (linksOf(block).some((link) => link !== `mailto:${address}`)) return false
  out.leftover(lineOf(block), out.source(block), 'The page shows this address automatically.')
  out.add('meetingsPage', '', {submitEventEmail: address}, lineOf(block))
  return true
}

function linksOf(block: Block): string[] {
  return block.type === 'shortcode' ? [] : linksIn(block).map((link) => link.url)
}

function isFeed(link: string): boolean {
  return /^webcal:/i.test(link) || /\.ics(?:[?#]|$)/i.test(link)
}

function identity(link: string): string | undefined {
  const [calendar] = calendarsOf(link)
  return calendar && `${calendar.provider} ${calendar.id}`
}
