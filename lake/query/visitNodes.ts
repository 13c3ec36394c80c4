import {isObject, type JsonObject} from '../json.ts'

/**
 * Calls a function with each node of a parsed tree, parents first. It may replace children.
 *
 * A node that is in several places is visited once, because nested queries would double the visits.
 */
export function visitNodes(tree: unknown, onNode: (node: JsonObject) => void) {
  const visited = new Set<object>()
  const visit = (node: unknown) => {
    if (Array.isArray(node)) {
      for (const item of node) visit(item)
      return
    }
    if (!isObject(node) || visited.has(node)) return
    visited.add(node)
    onNode(node)
    for (const key in node) visit(node[key])
  }
  visit(tree)
}
