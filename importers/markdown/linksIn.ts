import type {Link, Nodes} from 'mdast'
import {toString} from 'mdast-util-to-string'

export interface PageLink {
  text: string
  url: string
}

/** Returns every link in a node, in order. */
export function linksIn(node: Nodes): PageLink[] {
  return linkNodes(node).map((link) => ({text: toString(link).trim(), url: link.url}))
}

/** Returns the addresses that a text has in full. The full stop of a sentence is no part of one. */
export function bareLinks(text: string): string[] {
  return [...text.matchAll(/https?:\/\/[^\s)>\],]+/g)].map(([url]) =>
    url.replace(/[.,;:!?'"”’»*_]{1,5}$/, ''),
  )
}

function linkNodes(node: Nodes): Link[] {
  if (node.type === 'link') return [node]
  return 'children' in node ? node.children.flatMap(linkNodes) : []
}
