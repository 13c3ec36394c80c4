import type {ExprNode} from 'groq-js'
import {isObject, type JsonObject} from '../json.ts'
import type {StoredDocument} from '../document.ts'
import {isRemembered} from './constantSubqueries.ts'
import type {DocumentIndex} from './documentIndex.ts'
import {visitNodes} from './visitNodes.ts'

/**
 * Makes `*[_type == "guest" && …]` read only the guests.
 *
 * groq-js evaluates a filter over the whole dataset, but its caller resolves references. So this replaces
 * the `*` under a filter by the dereference of an artificial id that names the candidates, for example
 * `@{"_ref": "<marker>type:guest"}->`. The index resolves that id to an array of documents.
 *
 * A GROQ expression builds the artificial id. So the id can contain parameters and values of the outer
 * scope (`references(^._id)`), evaluated at the place of `*`.
 *
 * The filter itself stays. Candidates only have to be a superset of the result, in the same order. For a
 * condition that this code does not understand, all documents are candidates.
 */

/** No stored id can start with it, because ids cannot contain control characters. */
const marker = '\u0001'
const everything = `${marker}all`
const keySeparator = '\u0002'
const orSeparator = '\u0003'
const andSeparator = '\u0004'

type Kind = 'id' | 'type' | 'ref' | 'variants'

/** Rewrites the filters of a parsed query in place. The tree must not be shared. */
export function narrowFilters(tree: ExprNode) {
  visitNodes(tree, (node) => {
    if (node.type === 'Filter') narrowChain(node)
  })
}

/** Handles `*[a][b]` as one chain: both filters see the scope outside `*`. */
function narrowChain(filter: JsonObject) {
  const conditions: unknown[] = []
  let bottom = filter
  for (;;) {
    conditions.push(bottom.expr)
    const base = bottom.base
    if (!isObject(base)) return
    if (base.type === 'Everything') break
    if (base.type !== 'Filter') return
    bottom = base
  }
  const keys = conditions
    .flatMap(conjuncts)
    .map(keysOf)
    .filter((key) => key !== undefined)
  if (keys.length > 0) bottom.base = candidates(keys)
}

function conjuncts(condition: unknown): unknown[] {
  if (!isObject(condition)) return []
  if (condition.type === 'And') return [...conjuncts(condition.left), ...conjuncts(condition.right)]
  if (condition.type === 'Group') return conjuncts(condition.base)
  return [condition]
}

/** Returns an expression for the keys of the candidates: a superset of the documents that match. */
function keysOf(condition: unknown): JsonObject | undefined {
  if (!isObject(condition)) return undefined
  if (condition.type === 'Group') return keysOf(condition.base)
  // Inside of an alternative, the first condition with an index decides. The other ones only exclude more.
  if (condition.type === 'And') return keysOf(condition.left) ?? keysOf(condition.right)
  if (condition.type === 'Or') {
    const left = keysOf(condition.left)
    const right = keysOf(condition.right)
    return left && right && plus(left, plus(text(orSeparator), right))
  }
  if (condition.type === 'OpCall') return keysOfOperator(condition)
  if (condition.type === 'FuncCall')
    return keysOfReferences(condition) ?? keysOfVersionOf(condition)
  return undefined
}

function keysOfOperator({op, left, right}: JsonObject): JsonObject | undefined {
  if (op === '==') {
    const [kind, value] = indexed(left) ? [indexed(left), right] : [indexed(right), left]
    const outer = kind && outside(value)
    return outer && orEverything(plus(text(`${marker}${kind}:`), outer))
  }
  if (op !== 'in') return undefined
  const kind = indexed(left)
  const outer = kind && outside(right)
  return outer && orEverything(plus(text(`${marker}${kind}:`), joined(outer)))
}

/** Each argument is an id or a list of ids, which only the evaluation knows. */
function keysOfReferences({namespace, name, args}: JsonObject): JsonObject | undefined {
  if (namespace !== 'global' || name !== 'references' || !Array.isArray(args)) return undefined
  const outer = args.map((argument) => outside(argument))
  let keys: JsonObject | undefined
  for (const value of outer) {
    if (!value) return undefined
    const prefix = text(`${marker}ref:`)
    const key = call('global', 'coalesce', [
      plus(prefix, value),
      plus(prefix, joined(value)),
      text(everything),
    ])
    keys = keys ? plus(keys, plus(text(orSeparator), key)) : key
  }
  return keys
}

function keysOfVersionOf({namespace, name, args}: JsonObject): JsonObject | undefined {
  if (namespace !== 'sanity' || name !== 'versionOf' || !Array.isArray(args)) return undefined
  const outer = outside(args[0])
  return outer && orEverything(plus(text(`${marker}variants:`), outer))
}

function indexed(node: unknown): Kind | undefined {
  if (!isObject(node) || node.type !== 'AccessAttribute' || node.base) return undefined
  if (node.name === '_id') return 'id'
  return node.name === '_type' ? 'type' : undefined
}

/**
 * Translates an expression to the scope outside the filter. Returns undefined if it depends on the
 * filtered document. `^` in the filter is `@` outside, and `^.^` is `^`.
 */
function outside(node: unknown): JsonObject | undefined {
  if (!isObject(node)) return undefined
  if (isRemembered(node)) return node
  switch (node.type) {
    case 'Value':
    case 'Parameter':
      return node
    case 'Parent':
      if (typeof node.n !== 'number') return undefined
      return node.n === 1 ? {type: 'This'} : {type: 'Parent', n: node.n - 1}
    case 'AccessAttribute':
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Deref':
    case 'Group': {
      const base = outside(node.base)
      return base && {...node, base}
    }
    case 'Map': {
      const base = outside(node.base)
      return base && isPlainPath(node.expr) ? {...node, base} : undefined
    }
    case 'Array':
      return outsideArray(node)
    default:
      return undefined
  }
}

function outsideArray(node: JsonObject): JsonObject | undefined {
  if (!Array.isArray(node.elements)) return undefined
  const elements: JsonObject[] = []
  for (const element of node.elements) {
    const value = isObject(element) ? outside(element.value) : undefined
    if (!isObject(element) || !value) return undefined
    elements.push({...element, value})
  }
  return {...node, elements}
}

/** Returns whether a node is `a.b` of the mapped item, which has the same meaning in any scope. */
function isPlainPath(node: unknown): boolean {
  if (!isObject(node)) return false
  if (node.type === 'This') return true
  return node.type === 'AccessAttribute' && (!node.base || isPlainPath(node.base))
}

// Builders for the GROQ nodes that the rewriting inserts.

function candidates(keys: readonly JsonObject[]): JsonObject {
  const reference = keys.reduce((left, right) => plus(left, plus(text(andSeparator), right)))
  return {
    type: 'Deref',
    base: {
      type: 'Object',
      attributes: [{type: 'ObjectAttributeValue', name: '_ref', value: reference}],
    },
  }
}

function text(value: string): JsonObject {
  return {type: 'Value', value}
}

function plus(left: JsonObject, right: JsonObject): JsonObject {
  return {type: 'OpCall', op: '+', left, right}
}

function call(namespace: string, name: string, args: JsonObject[]): JsonObject {
  return {type: 'FuncCall', func: name, namespace, name, args}
}

function joined(list: JsonObject): JsonObject {
  return call('array', 'join', [list, text(keySeparator)])
}

function orEverything(keys: JsonObject): JsonObject {
  return call('global', 'coalesce', [keys, text(everything)])
}

/** The data that a query has read. */
export interface Dependencies {
  ids: Set<string>
  types: Set<string>
  references: Set<string>
  everything: boolean
}

export function noDependencies(everything = false): Dependencies {
  return {ids: new Set(), types: new Set(), references: new Set(), everything}
}

/** Returns whether a reference is an artificial id made by `narrowFilters`. */
export function isCandidates(reference: string): boolean {
  return reference.startsWith(marker)
}

/**
 * Resolves an artificial id to its candidates, and records the dependencies. If several conditions must
 * hold, uses the one with the fewest candidates.
 */
export function candidatesFor(
  reference: string,
  index: DocumentIndex,
  dependencies: Dependencies,
): readonly StoredDocument[] {
  let best: {lookup: Lookup[]; size: number} | undefined
  for (const condition of reference.split(andSeparator)) {
    const lookup = condition.split(orSeparator).map((key) => lookUp(key, index))
    const size = lookup.reduce((sum, {lists}) => sum + lists.reduce((n, l) => n + l.length, 0), 0)
    if (!best || size < best.size) best = {lookup, size}
  }
  if (!best) return index.all()
  for (const {kind, keys} of best.lookup) {
    if (kind === 'all') dependencies.everything = true
    else if (kind === 'id' || kind === 'variants') for (const key of keys) dependencies.ids.add(key)
    else if (kind === 'type') for (const key of keys) dependencies.types.add(key)
    else for (const key of keys) dependencies.references.add(key)
  }
  const lists = best.lookup.flatMap((lookup) => lookup.lists)
  const [only] = lists
  const ordered = best.lookup.every(({kind}) => kind !== 'variants')
  return only && lists.length === 1 && ordered ? only : merged(lists)
}

interface Lookup {
  kind: Kind | 'all'
  keys: string[]
  lists: (readonly StoredDocument[])[]
}

function lookUp(key: string, index: DocumentIndex): Lookup {
  const colon = key.indexOf(':')
  const kind = key.slice(marker.length, colon)
  if (key === everything || colon === -1) return {kind: 'all', keys: [], lists: [index.all()]}
  const keys = key.slice(colon + 1).split(keySeparator)
  if (kind === 'type') return {kind, keys, lists: keys.map((type) => index.byType(type))}
  if (kind === 'ref') return {kind, keys, lists: keys.map((id) => index.byReference(id))}
  if (kind === 'variants') {
    return {kind, keys, lists: keys.map((id) => index.byPublishedId(id))}
  }
  const lists = keys.map((id) => {
    const document = index.byId(id)
    return document ? [document] : []
  })
  return {kind: 'id', keys, lists}
}

/** Merges lists in the dataset's order, each document once. */
function merged(lists: readonly (readonly StoredDocument[])[]): readonly StoredDocument[] {
  const byId = new Map<string, StoredDocument>()
  for (const list of lists) for (const document of list) byId.set(document._id, document)
  return [...byId.values()].sort((a, b) => (a._id < b._id ? -1 : 1))
}
