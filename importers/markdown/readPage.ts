import {fieldsOf} from '@touchpoints/schemas/reading'
import type {PhrasingContent, RootContent} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {toString} from 'mdast-util-to-string'
import {frontmatter} from 'micromark-extension-frontmatter'
import {gfmTable} from 'micromark-extension-gfm-table'
import {parse} from 'yaml'

import {resolveReferences} from './resolveReferences.ts'
import {repairMojibake} from './repairMojibake.ts'
import {extractShortcodes, type Shortcode} from './shortcodes.ts'

/** A node of the page below a heading. */
export type Block = Exclude<RootContent, {type: 'heading' | 'yaml'}> | Shortcode

export interface Section {
  /** Text of the heading. Empty before the first heading. */
  title: string
  /** 1 to 6; 0 before the first heading. */
  depth: number
  line: number
  /** Titles of the parent headings, outermost first. */
  parents: string[]
  blocks: Block[]
}

export interface Page {
  /** The text that positions refer to: repaired, with blanks in place of shortcodes. */
  text: string
  frontMatter: Record<string, unknown>
  /** Front matter that is not valid YAML. */
  brokenFrontMatter?: string
  sections: Section[]
}

/** Parses a Hugo page into its sections, in order. */
export function readPage(markdown: string): Page {
  const {text, shortcodes} = extractShortcodes(repairMojibake(markdown.replaceAll('\r\n', '\n')))
  const {children} = resolveReferences(
    fromMarkdown(text, {
      extensions: [frontmatter(['yaml']), gfmTable()],
      mdastExtensions: [frontmatterFromMarkdown(['yaml']), gfmTableFromMarkdown()],
    }),
  )
  const yaml = children.find((node) => node.type === 'yaml')
  const front = readFrontMatter(yaml?.value ?? '')
  const nodes = [...children.filter((node) => node.type !== 'yaml'), ...shortcodes]
  return {...front, text, sections: sectionsOf(nodes.toSorted((a, b) => lineOf(a) - lineOf(b)))}
}

/** Returns the first line of a node, 1-based. */
export function lineOf(node: Shortcode | RootContent | PhrasingContent): number {
  return node.type === 'shortcode' ? node.line : (node.position?.start.line ?? 1)
}

function sectionsOf(nodes: (RootContent | Shortcode)[]): Section[] {
  const first: Section = {title: '', depth: 0, line: 1, parents: [], blocks: []}
  const sections = [first]
  let open: Section[] = []
  for (const node of nodes) {
    const current = sections.at(-1) ?? first
    if (node.type === 'heading') {
      open = open.filter((section) => section.depth < node.depth)
      const parents = open.map((section) => section.title)
      const title = toString(node).trim()
      const section = {title, depth: node.depth, line: lineOf(node), parents, blocks: []}
      open.push(section)
      sections.push(section)
    } else if (node.type !== 'yaml') {
      current.blocks.push(node)
    }
  }
  return sections
}

function readFrontMatter(text: string): Pick<Page, 'frontMatter' | 'brokenFrontMatter'> {
  try {
    const value: unknown = parse(text)
    return {frontMatter: fieldsOf(value)}
  } catch {
    return {frontMatter: {}, brokenFrontMatter: text}
  }
}
