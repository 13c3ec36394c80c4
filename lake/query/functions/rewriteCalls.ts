import {DateTime, type ExprNode, type FuncCallNode, type OpCallNode} from 'groq-js'
import {type Change, changedAny, changedOnly} from './changed.ts'
import {documentCalls} from './documentCalls.ts'
import {geoFunctions} from './geo.ts'
import {geoMarker, variantMarker} from './groqText.ts'
import {mapChildren} from './mapChildren.ts'
import {matchCall, scoreArgument} from './matchCalls.ts'
import {type Native, nativeCall} from './nativeCall.ts'
import {selectedIn, selection, whole} from './selection.ts'
import {UnavailableFunctionError} from './unavailableFunctionError.ts'

type Rewrite = (args: readonly ExprNode[]) => ExprNode

/** groq-js parses these, but evaluates them to something else than the specification, or throws. */
const rewrites = new Map<string, Rewrite>(
  Object.entries({
    // groq-js keeps every null.
    'array::unique': (args) => nativeCall(uniqueItems, args),
    'diff::changedAny': (args) => diff(args, changedAny),
    'diff::changedOnly': (args) => diff(args, changedOnly),
    'documents::get': (args) => documentCalls.get(one('documents::get', args)),
    'documents::incomingRefCount': documentCalls.incomingReferences,
    // No other resource can refer to a document of the lake.
    'documents::incomingGlobalDocumentReferenceCount': () => ({type: 'Value', value: 0}),
    'geo::contains': (args) => two('geo::contains', args, geoFunctions.contains),
    'geo::distance': (args) => two('geo::distance', args, geoFunctions.distance),
    'geo::intersects': (args) => two('geo::intersects', args, geoFunctions.intersects),
    'geo::latLng': (args) => {
      const [first, ...others] = args
      const isGeo = first?.type === 'Value' && first.value === geoMarker
      if (isGeo) return nativeCall(geoFunctions.geo, [one('geo', others)])
      if (first?.type === 'Value' && first.value === variantMarker) return partOfVariant(others)
      return two('geo::latLng', args, geoFunctions.latLng)
    },
    'global::anywhere': unavailable('anywhere', 'Use it in a selector of diff::changedAny().'),
    'media::aspect': unavailable('media::aspect', 'It needs a media library.'),
    'releases::all': documentCalls.releases,
    'text::query': unavailable('text::query', 'Use it as the right operand of match.'),
    'text::semanticSimilarity': unavailable(
      'text::semanticSimilarity',
      'It needs embeddings of the hosted service. Use match text::query() instead.',
    ),
    // Attributes come from an organization's login.
    'user::attributes': () => ({type: 'Object', attributes: []}),
  } satisfies Record<string, Rewrite>),
)

/**
 * Returns a tree in which groq-js can evaluate every function: by other GROQ, or by a `nativeCall`.
 *
 * @throws UnavailableFunctionError for a function that the lake does not have
 * @throws Error for a wrong number of arguments
 */
export function rewriteCalls(node: ExprNode): ExprNode {
  return mapChildren(replacementFor(node), rewriteCalls)
}

function replacementFor(node: ExprNode): ExprNode {
  if (node.type === 'OpCall') return matchCall(node) ?? pathInPath(node) ?? node
  if (node.type === 'PipeFuncCall' && node.name === 'score') {
    if (!isScorable(node.base)) throw new Error('score() needs documents, not a projection of them')
    return {...node, args: node.args.map(scoreArgument)}
  }
  if (node.type !== 'FuncCall') return node
  return rewrites.get(`${node.namespace}::${node.name}`)?.(node.args) ?? node
}

/** `path("a.b") in path("a.*")` compares the path as a string. groq-js evaluates it to null. */
function pathInPath(node: OpCallNode): ExprNode | undefined {
  if (node.op !== 'in' || !isPath(node.right) || !isPath(node.left)) return undefined
  const [left] = node.left.args
  return left && {...node, left}
}

function isPath(node: ExprNode): node is FuncCallNode {
  return node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'path'
}

/** GROQ scores documents as they are stored. */
function isScorable(base: ExprNode): boolean {
  if (base.type === 'AccessElement' || base.type === 'Projection') return false
  return base.type !== 'Map' || base.expr.type !== 'Projection'
}

/** Dates of GROQ are objects. Equal ones have the same text. */
export function uniqueItems([list]: readonly unknown[]): unknown {
  if (!Array.isArray(list)) return null
  const seen = new Set<unknown>()
  return list.filter((item: unknown) => {
    if (typeof item === 'object' && item !== null && !(item instanceof DateTime)) return true
    const key = item instanceof DateTime ? `date ${item.toString()}` : (item ?? null)
    return !seen.has(key) && seen.add(key)
  })
}

function diff(args: readonly ExprNode[], isChanged: (change: Change) => boolean): ExprNode {
  const [before, after, selector] = args
  if (!before || !after || !selector) throw new Error('Expected two values and a selector')
  return nativeCall(
    ([oldValue, newValue, selectedBefore, selectedAfter]) =>
      isChanged({
        before: oldValue,
        after: newValue,
        selectedBefore: selectedIn(selectedBefore),
        selectedAfter: selectedIn(selectedAfter),
      }),
    [before, after, selection(selector, whole(before)), selection(selector, whole(after))],
  )
}

/** The lake does not relate documents to variants. A Studio counts the related ones. */
function partOfVariant(args: readonly ExprNode[]): ExprNode {
  one('sanity::partOfVariant', args)
  return {type: 'Value', value: false}
}

function one(name: string, args: readonly ExprNode[]): ExprNode {
  const [arg, ...others] = args
  if (!arg || others.length > 0) throw wrongNumber(name, 1, args.length)
  return arg
}

function two(name: string, args: readonly ExprNode[], native: Native): ExprNode {
  if (args.length !== 2) throw wrongNumber(name, 2, args.length)
  return nativeCall(native, args)
}

function wrongNumber(name: string, expected: number, actual: number): Error {
  return new Error(
    `Incorrect number of arguments to function ${name}(). Expected ${expected}, got ${actual}.`,
  )
}

function unavailable(name: string, reason: string): Rewrite {
  return () => {
    throw new UnavailableFunctionError(name, reason)
  }
}
