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
import {takeShortcodes, type Shortcode} from './shortcodes.ts'

/** A piece of a page under one heading. */
export type Block = Exclude<RootContent, {type: 'heading' | 'yaml'}> | Shortcode

export interface Section {
  /** The heading's text; empty for what stands before the first. */
  title: string
  /** 1 to 6; 0 before the first heading. */
  depth: number
  line: number
  /** The titles of the headings above it, outermost first. */
  parents: string[]
  blocks: Block[]
}

export interface Page {
  /** What the positions of its pieces refer to: repaired, its shortcodes blanked. */
  text: string
  frontMatter: Record<string, unknown>
  /** Text of the front matter that is no YAML. */
  brokenFrontMatter?: string
  sections: Section[]
}

/** A Markdown page of Hugo's kind as its sections, in order. */
export function readPage(markdown: string): Page {
  const {text, shortcodes} = takeShortcodes(repairMojibake(markdown.replaceAll('\r\n', '\n')))
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

/** The 1-based line on which a piece begins. */
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
