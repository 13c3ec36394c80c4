import type {ListItem, PhrasingContent, RootContent} from 'mdast'

import {cleanHref} from './cleanLink.ts'
import type {Collector} from './collector.ts'
import {lineOf} from './readPage.ts'

interface Span {
  _type: 'span'
  _key: string
  text: string
  marks: string[]
}

export interface TextBlock {
  _type: 'block'
  _key: string
  style: string
  listItem?: 'bullet' | 'number'
  level?: number
  markDefs: {_type: 'textLink'; _key: string; href: string}[]
  children: Span[]
}

/** Converts Markdown to Portable Text. Keys derive from lines, so that every import gives the same keys. */
export function richText(nodes: readonly RootContent[], out: Collector): TextBlock[] {
  return nodes.flatMap((node) => blocksOf(node, out))
}

export function headingBlock(text: string, line: number, small: boolean): TextBlock {
  const key = `h${line}`
  const children: Span[] = [{_type: 'span', _key: `${key}s0`, text, marks: []}]
  return {_type: 'block', _key: key, style: small ? 'h4' : 'h3', markDefs: [], children}
}

function blocksOf(node: RootContent, out: Collector): TextBlock[] {
  switch (node.type) {
    case 'paragraph':
      return [block(node.children, `p${lineOf(node)}`, {style: 'normal'}, out)]
    case 'list':
      return node.children.flatMap((item) => itemBlocks(item, node.ordered === true, 1, out))
    case 'blockquote':
      return richText(node.children, out)
    case 'thematicBreak':
      return []
    default: {
      out.leftover(lineOf(node), out.source(node), unsupported(node.type))
      return []
    }
  }
}

function itemBlocks(item: ListItem, ordered: boolean, level: number, out: Collector): TextBlock[] {
  const listItem = ordered ? ('number' as const) : ('bullet' as const)
  return item.children.flatMap((child) => {
    if (child.type === 'list') {
      return child.children.flatMap((inner) =>
        itemBlocks(inner, child.ordered === true, level + 1, out),
      )
    }
    if (child.type !== 'paragraph') return blocksOf(child, out)
    return [block(child.children, `p${lineOf(child)}`, {style: 'normal', listItem, level}, out)]
  })
}

function unsupported(type: string): string {
  return `The page’s text does not support this (${type}).`
}

type Look = Pick<TextBlock, 'style' | 'listItem' | 'level'>

function block(
  nodes: readonly PhrasingContent[],
  key: string,
  look: Look,
  out: Collector,
): TextBlock {
  const markDefs: TextBlock['markDefs'] = []
  const children: Span[] = []
  const add = (text: string, marks: string[]) =>
    children.push({_type: 'span', _key: `${key}s${children.length}`, text, marks})
  const walk = (node: PhrasingContent, marks: string[]): void => {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        add(node.value.replaceAll('\n', ' '), marks)
        return
      case 'break':
        add('\n', marks)
        return
      case 'strong':
        node.children.forEach((child) => walk(child, [...marks, 'strong']))
        return
      case 'emphasis':
        node.children.forEach((child) => walk(child, [...marks, 'em']))
        return
      case 'link': {
        const href = cleanHref(node.url, lineOf(node), out)
        const mark = `${key}l${markDefs.length}`
        if (href !== undefined) markDefs.push({_type: 'textLink', _key: mark, href})
        const inside = href === undefined ? marks : [...marks, mark]
        node.children.forEach((child) => walk(child, inside))
        return
      }
      default: {
        out.leftover(lineOf(node), out.source(node), unsupported(node.type))
      }
    }
  }
  nodes.forEach((node) => walk(node, []))
  return {_type: 'block', _key: key, ...look, markDefs, children}
}
