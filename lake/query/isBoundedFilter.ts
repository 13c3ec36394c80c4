import type {ExprNode} from 'groq-js'
import {isObject} from '../json.ts'
import {NativeFunction} from './functions/nativeCall.ts'

/** Nodes that evaluate each operand once. Without loops, the time is the number of nodes. */
const plainNodes = new Set([
  'AccessAttribute',
  'And',
  'Array',
  'ArrayElement',
  'Deref',
  'Everything',
  'Group',
  'Not',
  'Object',
  'ObjectAttributeValue',
  'Or',
  'Parameter',
  'This',
])
/** Not `match` and `path()`: their patterns can take exponential time. */
const plainOperators = new Set(['==', '!=', '<', '<=', '>', '>=', 'in', '+'])
const plainFunctions = new Set(['global::defined', 'global::coalesce', 'array::join'])

const maxNodes = 100

/**
 * Returns whether a listener's filter needs no time limit: for one document, it takes the time for reading
 * the document at most a hundred times. These are filters such as `*[_type == $type && defined(slug)]`.
 *
 * A time limit costs 0.2 ms, a hundred times as much as such a filter, for each listener and transaction.
 */
export function isBoundedFilter(tree: ExprNode): boolean {
  const budget = {nodes: maxNodes}
  let base = tree
  while (base.type === 'Filter') {
    if (!isPlain(base.expr, budget)) return false
    base = base.base
  }
  return (base.type === 'Everything' || base.type === 'Deref') && isPlain(base, budget)
}

function isPlain(node: unknown, budget: {nodes: number}): boolean {
  if (Array.isArray(node)) return node.every((item) => isPlain(item, budget))
  if (!isObject(node)) return true
  if (--budget.nodes < 0) return false
  // Functions such as a text search read all of the document, for each of their terms.
  if (node.type === 'Value') return !(node.value instanceof NativeFunction)
  if (!isPlainNode(node)) return false
  return Object.values(node).every((child) => isPlain(child, budget))
}

function isPlainNode({type, op, namespace, name}: Record<string, unknown>): boolean {
  if (type === 'OpCall') return plainOperators.has(String(op))
  if (type === 'FuncCall') return plainFunctions.has(`${String(namespace)}::${String(name)}`)
  return plainNodes.has(String(type))
}
