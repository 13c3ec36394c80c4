import {youtubeLink} from '@touchpoints/schemas/rules'
import type {ListItem, RootContent} from 'mdast'
import {toString} from 'mdast-util-to-string'

import {cleanLink} from '../cleanLink.ts'
import {type Collector, slug} from '../collector.ts'
import {linksIn} from '../linksIn.ts'
import {plain} from '../plain.ts'
import type {Block} from '../readPage.ts'
import type {Reader} from './reader.ts'

/** Reads a list of videos and playlists below "Past Recordings" into recordings of a season. */
export const readRecordings: Reader = ({title, blocks}, {out}) => {
  if (!/recording/i.test(title)) return blocks
  const season = plain(title.replace(/^.*?recordings?\s*[-–:]\s*/i, ''))
  return blocks.flatMap((block): Block[] => {
    if (block.type !== 'list') return [block]
    const rest = block.children.flatMap((item) => readItem(item, season, out))
    return rest.length === 0 ? [] : [{...block, children: rest}]
  })
}

/** Returns the part of an item that is not a recording: a nested list, or the whole item. */
function readItem(item: ListItem, season: string, out: Collector): ListItem[] {
  const [first, ...rest] = item.children
  if (first?.type !== 'paragraph' || !readVideo(first, season, out)) return [item]
  return rest.flatMap((node) => (node.type === 'list' ? node.children : [asItem(node)]))
}

function readVideo(node: RootContent, season: string, out: Collector): boolean {
  const [link, ...more] = linksIn(node)
  const media = link && youtubeLink(link.url)
  if (!link || !media || more.length > 0 || link.text !== toString(node).trim()) return false
  const title = plain(link.text)
  const line = node.position?.start.line ?? 1
  cleanLink(link.url, line, out)
  out.add(
    'recording',
    out.uniqueName('recording', title),
    {
      title,
      slug: slug(title),
      availability: 'published',
      media: {_type: 'recordingMedia', ...media},
      season,
    },
    line,
  )
  return true
}

function asItem(node: ListItem['children'][number]): ListItem {
  return {type: 'listItem', children: [node], ...(node.position && {position: node.position})}
}
