import {youtubeLink} from '@touchpoints/schemas/rules'
import type {RootContent} from 'mdast'

import {fieldWords} from './fieldWords.ts'
import {factOf, type Fact} from './fact.ts'
import {linksIn} from './linksIn.ts'
import {lineOf, type Block, type Page} from './readPage.ts'
import type {RemainingSection} from './readers/prose.ts'
import type {Context} from './readers/reader.ts'
import {reportShortcode} from './readers/prose.ts'

const unread = 'No reader understands this part of the page. Copy it by hand if you need it.'
const partly = 'Only a part of this was imported. Copy the rest by hand.'

/**
 * Makes leftovers of all that is not in the plan: blocks that no reader accepted, and words of the others that are
 * missing in the result. A reader that loses a word by mistake loses it here, where it is seen.
 *
 * @param remaining - the blocks of a page that has no text of its own
 */
export function keepTheRest(
  page: Page,
  remaining: readonly RemainingSection[],
  {out}: Context,
): void {
  const isHeld = out.holds()
  for (const {section, blocks} of remaining) {
    for (const block of blocks) {
      if (block.type === 'shortcode') reportShortcode(block, out)
      else if (block.type === 'list') {
        // The list may have items that were read.
        for (const item of block.children) out.leftover(lineOf(item), out.source(item), unread)
      } else if (block.type !== 'thematicBreak') {
        out.leftover(lineOf(block), out.source(block), unread)
      }
    }
    const title = section.title.replace(/^\d+\.\s*/, '')
    const isLost = title !== '' && !isHeld(title)
    if (isLost && !isOfReader(section.title)) {
      out.leftover(section.line, section.title, 'This heading is the name of no document.')
    }
  }
  keepFrontMatter(page, out)
  const holds = out.holds()
  for (const {title, line, blocks} of page.sections) {
    const missing = wordsOf(title).filter((word) => !holds(word))
    if (missing.length > 0 && !isOfReader(title)) out.leftover(line, title, partly)
    for (const unit of blocks.flatMap(unitsOf)) keepUnit(unit, holds, out)
  }
}

function keepFrontMatter(page: Page, out: Context['out']): void {
  if (page.brokenFrontMatter !== undefined) {
    out.leftover(1, page.brokenFrontMatter, 'This front matter is not valid.')
  }
  const holds = out.holds()
  for (const [name, value] of Object.entries(page.frontMatter)) {
    const written = `${name}: ${JSON.stringify(value)}`
    const words = wordsOf(JSON.stringify(value))
    if (holds(written) || (words.length > 0 && words.every((word) => holds(word)))) continue
    out.leftover(page.frontLine(name), written, 'No document has a field for this front matter.')
  }
}

function keepUnit(
  {text, links, line}: Fact,
  holds: (words: string) => boolean,
  out: Context['out'],
) {
  const lost = links.map(({url}) => url).filter((url) => url !== '' && !holds(storedPart(url)))
  for (const url of lost) out.leftover(line, url, partly)
  const words = wordsOf(text).filter((word) => !holds(word) && !fieldWords.has(word.toLowerCase()))
  if (words.length > 0) out.leftover(line, text, partly)
}

/** Returns the part of a link that a document stores: the video’s id for YouTube. */
function storedPart(url: string): string {
  const media = youtubeLink(url)
  return (
    media?.youtubeId ??
    media?.playlistId ??
    url.replace(/^http:/, 'https:').split(/[?&]utm_/)[0] ??
    url
  )
}

/** Words with letters or digits that can be a fact. Words of two letters carry none. */
function wordsOf(text: string): string[] {
  return text.match(/#?[\p{L}\p{N}][\p{L}\p{N}'’_-]{2,}/gu) ?? []
}

/** Headings that only say what is below them. */
function isOfReader(title: string): boolean {
  return wordsOf(title).every((word) => fieldWords.has(word.toLowerCase()))
}

function unitsOfNode(node: RootContent): Fact[] {
  return node.type === 'heading' || node.type === 'yaml' ? [factOf(node)] : unitsOf(node)
}

/** The parts that are kept or lost together: a cell, an item without its nested list, a paragraph. */
function unitsOf(block: Block): Fact[] {
  switch (block.type) {
    case 'shortcode':
      return [{text: Object.values(block.parameters).join(' '), links: [], line: block.line}]
    case 'table':
      return block.children.flatMap((row) => row.children.map(factOf))
    case 'list':
      return block.children.flatMap((item) => item.children.flatMap(unitsOfNode))
    case 'blockquote':
      return block.children.flatMap(unitsOfNode)
    case 'thematicBreak':
      return []
    default:
      return [{...factOf(block), links: linksIn(block)}]
  }
}
