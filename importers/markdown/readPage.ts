import {fieldsOf} from '@touchpoints/schemas/reading'
import type {PhrasingContent, RootContent} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {toString} from 'mdast-util-to-string'
import {frontmatter} from 'micromark-extension-frontmatter'
import {gfmTable} from 'micromark-extension-gfm-table'
import {parse as parseToml} from 'smol-toml'
import {parse as parseYaml} from 'yaml'

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
  /** Front matter that is not valid YAML or TOML. */
  brokenFrontMatter?: string
  /** Returns the 1-based line of a field of the front matter. */
  frontLine: (key: string) => number
  sections: Section[]
}

/** Parses a Hugo page into its sections, in order. */
export function readPage(markdown: string): Page {
  const {text, shortcodes} = extractShortcodes(repairMojibake(markdown.replaceAll('\r\n', '\n')))
  const {children} = resolveReferences(
    fromMarkdown(text, {
      extensions: [frontmatter(['yaml', 'toml']), gfmTable()],
      mdastExtensions: [frontmatterFromMarkdown(['yaml', 'toml']), gfmTableFromMarkdown()],
    }),
  )
  const [first] = children
  const written = first && isFrontMatter(first) ? first : undefined
  const front = written ? readFrontMatter(written.value, written.type) : {frontMatter: {}}
  const nodes = [...children.filter((node) => !isFrontMatter(node)), ...shortcodes]
  const lines = text.split('\n')
  const isKey = (line: string, key: string) =>
    new Set(['', '"', "'"]).has(line.trimStart().slice(0, line.trimStart().indexOf(key))) &&
    /^["']?\s*[:=]/.test(line.trimStart().replace(/^["']/, '').slice(key.length))
  const frontLine = (key: string) =>
    Math.max(
      0,
      lines.findIndex((line) => isKey(line, key)),
    ) + 1
  const sections = sectionsOf(nodes.toSorted((a, b) => lineOf(a) - lineOf(b)))
  return {...front, text, frontLine, sections}
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

/** A node of front matter. Its TOML form is no node of mdast itself. */
function isFrontMatter(node: {type: string}): node is {type: 'yaml' | 'toml'; value: string} {
  return node.type === 'yaml' || node.type === 'toml'
}

function readFrontMatter(
  text: string,
  type: 'yaml' | 'toml',
): Pick<Page, 'frontMatter' | 'brokenFrontMatter'> {
  try {
    const value: unknown = type === 'toml' ? parseToml(text) : parseYaml(text)
    return {frontMatter: fieldsOf(value)}
  } catch {
    return {frontMatter: {}, brokenFrontMatter: text}
  }
}
