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

function linkNodes(node: Nodes): Link[] {
  if (node.type === 'link') return [node]
  return 'children' in node ? node.children.flatMap(linkNodes) : []
}
