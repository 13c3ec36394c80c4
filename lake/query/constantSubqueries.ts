import type {ExprNode} from 'groq-js'
import {mapChildren} from './functions/mapChildren.ts'
import {nativeCall} from './functions/nativeCall.ts'

/**
 * Makes `*[_id in *[_type == "team"].members[]._ref]` evaluate its inner query once.
 *
 * groq-js evaluates the condition of a filter for each document, and so also the queries in it. Most of them
 * have the same value for all documents. This keeps that value for the time of an evaluation. Ten nested
 * queries of five documents then take 50 steps instead of ten million.
 *
 * A query that reads the filtered document, as in `*[references(^._id)]`, stays as it is.
 */

/** The parameter with the values of the evaluation. No query can name it, because of its first character. */
export const constantsParameter = '\u0001constants'

/** The values of constant subqueries, by their key. For one evaluation. */
export class ConstantValues extends Map<object, unknown> {}

const rememberedNodes = new WeakSet<object>()

/** Returns whether a node has the same value in every scope of an evaluation. */
export function isRemembered(node: object): boolean {
  return rememberedNodes.has(node)
}

/** Returns a tree that evaluates each constant query in the condition of a filter at most once. */
export function rememberConstants(node: ExprNode): ExprNode {
  if (node.type !== 'Filter') return mapChildren(node, rememberConstants)
  return {...node, base: rememberConstants(node.base), expr: rememberIn(node.expr)}
}

function rememberIn(condition: ExprNode): ExprNode {
  const {item, levels, readsDocuments} = needsOf(condition)
  if (!readsDocuments) return condition
  if (!item && levels === 0) return remembered(rememberConstants(condition))
  return mapChildren(condition, rememberIn)
}

/** The value is computed in the scope where it is needed first, so a query that is not needed costs nothing. */
function remembered(query: ExprNode): ExprNode {
  const key = {}
  const values: ExprNode = {type: 'Parameter', name: constantsParameter}
  const node: ExprNode = {
    type: 'Select',
    alternatives: [
      {
        type: 'SelectAlternative',
        condition: nativeCall(([constants]) => valuesOf(constants).has(key), [values]),
        value: nativeCall(([constants]) => valuesOf(constants).get(key), [values]),
      },
    ],
    fallback: nativeCall(
      ([constants, value]) => {
        valuesOf(constants).set(key, value)
        return value
      },
      [values, query],
    ),
  }
  rememberedNodes.add(node)
  return node
}

function valuesOf(constants: unknown): ConstantValues {
  if (constants instanceof ConstantValues) return constants
  throw new Error('An evaluation needs the parameter for the values of its constant queries.')
}

/** What the value of an expression depends on, besides parameters and the dataset. */
interface Needs {
  /** Whether it reads `@`, the item of the scope around it. */
  item: boolean
  /** How many scopes around it `^` needs. `^.^` needs three: its own, and two around it. */
  levels: number
  readsDocuments: boolean
}

const nothing: Needs = {item: false, levels: 0, readsDocuments: false}
/** For nodes that this code does not know. Everything around them may change their value. */
const unknown: Needs = {item: true, levels: Infinity, readsDocuments: false}

/** The functions that read only their arguments. All others may read the item, as `references()` does. */
const pureNamespaces: ReadonlySet<string> = new Set(['array', 'dateTime', 'math', 'string'])
const pureFunctions: ReadonlySet<string> = new Set([
  'coalesce',
  'count',
  'dateTime',
  'defined',
  'length',
  'lower',
  'now',
  'round',
  'string',
  'upper',
])

const known = new WeakMap<ExprNode, Needs>()

function needsOf(node: ExprNode): Needs {
  const result = known.get(node) ?? computeNeeds(node)
  known.set(node, result)
  return result
}

function computeNeeds(node: ExprNode): Needs {
  switch (node.type) {
    case 'Everything':
      return {...nothing, readsDocuments: true}
    case 'This':
      return {...nothing, item: true}
    case 'Parent':
      return {...nothing, levels: node.n + 1}
    case 'AccessAttribute':
      return node.base ? needsOf(node.base) : {...nothing, item: true}
    case 'Filter':
    case 'Projection':
      return both(needsOf(node.base), inScope(needsOf(node.expr)))
    case 'FlatMap':
    case 'Map':
      return both(needsOf(node.base), inTraversal(needsOf(node.expr)))
    case 'PipeFuncCall':
      return both(needsOf(node.base), inScope(all(node.args)))
    case 'FuncCall':
      return both(all(node.args), isPure(node) ? nothing : {...nothing, item: true})
    case 'Context':
    case 'SelectorFuncCall':
    case 'SelectorNested':
    case 'Tuple':
      return unknown
    default:
      return all(childrenOf(node))
  }
}

function isPure({namespace, name}: {namespace: string; name: string}): boolean {
  return namespace === 'global' ? pureFunctions.has(name) : pureNamespaces.has(namespace)
}

/** A filter, a projection or an order has a scope of its own, which `^` counts. */
function inScope({levels, readsDocuments}: Needs): Needs {
  return {item: false, levels: Math.max(levels - 1, 0), readsDocuments}
}

/** `^` skips the scope of a traversal. */
function inTraversal({levels, readsDocuments}: Needs): Needs {
  return {item: false, levels, readsDocuments}
}

function both(left: Needs, right: Needs): Needs {
  return {
    item: left.item || right.item,
    levels: Math.max(left.levels, right.levels),
    readsDocuments: left.readsDocuments || right.readsDocuments,
  }
}

/** A loop, because the `||` of a search nests a thousand levels deep, and callbacks would double them. */
function all(nodes: readonly ExprNode[]): Needs {
  let needs = nothing
  for (const node of nodes) needs = both(needs, needsOf(node))
  return needs
}

function childrenOf(node: ExprNode): ExprNode[] {
  const children: ExprNode[] = []
  mapChildren(node, (child) => {
    children.push(child)
    return child
  })
  return children
}
