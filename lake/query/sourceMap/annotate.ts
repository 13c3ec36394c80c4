import type {
  ArrayNode,
  ExprNode,
  FuncCallNode,
  ObjectNode,
  PipeFuncCallNode,
  SliceNode,
} from 'groq-js'
import {isObject, type JsonObject} from '../../json.ts'
import {NativeFunction} from '../functions/nativeCall.ts'
import {uniqueItems} from '../functions/rewriteCalls.ts'
import {
  type Annotated,
  attributeOf,
  documentOrigin,
  type FindDocument,
  itemOrigin,
  literal,
  nothing,
  type Origin,
  unknown,
} from './origin.ts'
import {reorderedOrigins} from './reorderedOrigins.ts'
import {scoredOrigins} from './scoredOrigins.ts'
import {Scope} from './scope.ts'
import {sliceBounds} from './sliceBounds.ts'

export interface AnnotateOptions {
  /** Evaluates a whole query. */
  evaluate: (tree: ExprNode) => unknown
  findDocument: FindDocument
}

/** Functions that return some items of their first argument, in any order and unchanged. */
const pickingFunctions = new Set(['array::compact'])

/**
 * Evaluates a query, and finds out where each part of the result came from.
 *
 * Only nodes that pass values on are evaluated here: access, projection, traversal, and what chooses
 * between values. groq-js evaluates all others, for example conditions and calls. Their results are
 * documents, or computed.
 */
export function annotate(tree: ExprNode, options: AnnotateOptions): Annotated {
  return new Annotation(options).visit(tree, Scope.root())
}

class Annotation {
  readonly #evaluate: AnnotateOptions['evaluate']
  readonly #findDocument: FindDocument

  constructor({evaluate, findDocument}: AnnotateOptions) {
    this.#evaluate = evaluate
    this.#findDocument = findDocument
  }

  visit(node: ExprNode, scope: Scope): Annotated {
    switch (node.type) {
      case 'This':
        return scope.current
      case 'Parent':
        return scope.parent(node.n)
      case 'Value':
      case 'Parameter':
        return {value: this.#plain(node, scope), origin: literal}
      case 'Group':
        return this.visit(node.base, scope)
      case 'AccessAttribute':
        return attributeOf(node.base ? this.visit(node.base, scope) : scope.current, node.name)
      case 'AccessElement':
        return this.#element(this.visit(node.base, scope), node.index)
      case 'ArrayCoerce':
        return arrayOrNothing(this.visit(node.base, scope))
      case 'Slice':
        return this.#slice(node, this.visit(node.base, scope))
      case 'Filter':
        return this.#picked(this.visit(node.base, scope), scope, (base) => ({...node, base}))
      case 'PipeFuncCall':
        return this.#piped(node, scope)
      case 'Projection':
        return this.#projection(this.visit(node.base, scope), node.expr, scope)
      case 'Map':
        return this.#traversal(this.visit(node.base, scope), node.expr, scope)
      case 'FlatMap':
        return this.#flattened(this.#traversal(this.visit(node.base, scope), node.expr, scope))
      case 'Deref':
        return this.#dereference(this.visit(node.base, scope), scope)
      case 'Object':
        return this.#object(node, scope)
      case 'Array':
        return this.#array(node, scope)
      case 'Select': {
        const chosen = node.alternatives.find(
          ({condition}) => this.#plain(condition, scope) === true,
        )
        const value = chosen?.value ?? node.fallback
        return value ? this.visit(value, scope) : nothing
      }
      case 'OpCall':
        if (node.op !== '+') return this.#computed(node, scope)
        return this.#sum(this.visit(node.left, scope), this.visit(node.right, scope), scope)
      case 'FuncCall':
        return this.#call(node, scope)
      default:
        return this.#computed(node, scope)
    }
  }

  #plain(node: ExprNode, scope: Scope): unknown {
    return this.#evaluate(scope.enter(node))
  }

  #computed(node: ExprNode, scope: Scope): Annotated {
    const value = this.#plain(node, scope)
    if (Array.isArray(value)) return {value, origin: {kind: 'documents'}}
    return {value, origin: documentOrigin(value, this.#findDocument)}
  }

  #itemsOf(value: readonly unknown[], origin: Origin): Annotated[] {
    return value.map((item, index) => ({
      value: item ?? null,
      origin: itemOrigin(origin, value, index, this.#findDocument),
    }))
  }

  #element({value, origin}: Annotated, index: number): Annotated {
    if (!Array.isArray(value)) return nothing
    const position = index < 0 ? index + value.length : index
    if (!(position in value)) return nothing
    const item: unknown = value[position]
    return {value: item ?? null, origin: itemOrigin(origin, value, position, this.#findDocument)}
  }

  #slice(node: SliceNode, {value, origin}: Annotated): Annotated {
    if (!Array.isArray(value)) return nothing
    const [start, end] = sliceBounds(node, value.length)
    if (origin.kind === 'documents') return {value: value.slice(start, end), origin}
    return arrayOf(this.#itemsOf(value, origin).slice(start, end))
  }

  /** For a node that returns some items of its base unchanged: finds them in the base again. */
  #picked(base: Annotated, scope: Scope, nodeWith: (base: ExprNode) => ExprNode): Annotated {
    if (!Array.isArray(base.value)) return nothing
    const value = this.#plain(nodeWith({type: 'Value', value: base.value}), scope)
    if (!Array.isArray(value)) return nothing
    if (base.origin.kind === 'documents') return {value, origin: base.origin}
    const items = this.#itemsOf(base.value, base.origin)
    return {value, origin: {kind: 'array', items: reorderedOrigins(items, value)}}
  }

  #piped(node: PipeFuncCallNode, scope: Scope): Annotated {
    if (node.name === 'order') {
      return this.#picked(this.visit(node.base, scope), scope, (base) => ({...node, base}))
    }
    if (node.name !== 'score') return this.#computed(node, scope)
    const base = this.visit(node.base, scope)
    if (!Array.isArray(base.value)) return nothing
    const value = this.#plain({...node, base: {type: 'Value', value: base.value}}, scope)
    if (!Array.isArray(value)) return nothing
    const items = this.#itemsOf(base.value, base.origin)
    return {value, origin: {kind: 'array', items: scoredOrigins(items, value)}}
  }

  #projection(base: Annotated, expression: ExprNode, scope: Scope): Annotated {
    return isObject(base.value) ? this.visit(expression, scope.nested(base)) : nothing
  }

  #traversal({value, origin}: Annotated, expression: ExprNode, scope: Scope): Annotated {
    if (!Array.isArray(value)) return nothing
    const items = this.#itemsOf(value, origin)
    return arrayOf(items.map((item) => this.visit(expression, scope.hidden(item))))
  }

  #flattened({value, origin}: Annotated): Annotated {
    if (!Array.isArray(value)) return nothing
    const items = this.#itemsOf(value, origin)
    return arrayOf(
      items.flatMap((item) =>
        Array.isArray(item.value) ? this.#itemsOf(item.value, item.origin) : item,
      ),
    )
  }

  #dereference({value}: Annotated, scope: Scope): Annotated {
    return this.#computed({type: 'Deref', base: {type: 'Value', value}}, scope)
  }

  #object({attributes}: ObjectNode, scope: Scope): Annotated {
    const value: JsonObject = {}
    const origins = new Map<string, Origin>()
    const assign = (name: string, attribute: Annotated) => {
      value[name] = attribute.value
      origins.set(name, attribute.origin)
    }
    for (const attribute of attributes) {
      if (attribute.type === 'ObjectAttributeValue') {
        assign(attribute.name, this.visit(attribute.value, scope))
        continue
      }
      const isAbsent =
        attribute.type === 'ObjectConditionalSplat' &&
        this.#plain(attribute.condition, scope) !== true
      if (isAbsent) continue
      const splat = this.visit(attribute.value, scope)
      if (!isObject(splat.value)) continue
      for (const name of Object.keys(splat.value)) assign(name, attributeOf(splat, name))
    }
    return {value, origin: {kind: 'object', attributes: origins}}
  }

  #array({elements}: ArrayNode, scope: Scope): Annotated {
    return arrayOf(
      elements.flatMap(({value: element, isSplat}) => {
        const item = this.visit(element, scope)
        if (!isSplat) return item
        return Array.isArray(item.value) ? this.#itemsOf(item.value, item.origin) : []
      }),
    )
  }

  /** `+` joins arrays, merges objects and calls native functions. All other sums are computed. */
  #sum(left: Annotated, right: Annotated, scope: Scope): Annotated {
    if (left.value instanceof NativeFunction) return this.#nativeCall(left.value, right, scope)
    if (Array.isArray(left.value) && Array.isArray(right.value)) {
      return arrayOf([
        ...this.#itemsOf(left.value, left.origin),
        ...this.#itemsOf(right.value, right.origin),
      ])
    }
    const value = this.#plain(sumOf(left.value, right.value), scope)
    if (!isObject(left.value) || !isObject(right.value) || !isObject(value)) {
      return {value, origin: unknown}
    }
    const attributes = new Map<string, Origin>()
    for (const operand of [left, right]) {
      if (!isObject(operand.value)) continue
      for (const name of Object.keys(operand.value)) {
        attributes.set(name, attributeOf(operand, name).origin)
      }
    }
    return {value, origin: {kind: 'object', attributes}}
  }

  #nativeCall(call: NativeFunction, args: Annotated, scope: Scope): Annotated {
    const value = this.#plain(sumOf(call, args.value), scope)
    const list = this.#element(args, 0)
    const [result]: readonly unknown[] = Array.isArray(value) ? value : []
    if (call.native !== uniqueItems || !Array.isArray(list.value) || !Array.isArray(result)) {
      return {value, origin: {kind: 'documents'}}
    }
    const items = reorderedOrigins(this.#itemsOf(list.value, list.origin), result)
    return {value, origin: {kind: 'array', items: [{kind: 'array', items}]}}
  }

  #call(node: FuncCallNode, scope: Scope): Annotated {
    const name = `${node.namespace}::${node.name}`
    if (name === 'global::coalesce') {
      for (const argument of node.args) {
        const value = this.visit(argument, scope)
        if (value.value !== null) return value
      }
      return nothing
    }
    const [list, ...others] = node.args
    if (!list || !pickingFunctions.has(name)) return this.#computed(node, scope)
    return this.#picked(this.visit(list, scope), scope, (base) => ({
      ...node,
      args: [base, ...others],
    }))
  }
}

function sumOf(left: unknown, right: unknown): ExprNode {
  return {
    type: 'OpCall',
    op: '+',
    left: {type: 'Value', value: left},
    right: {type: 'Value', value: right},
  }
}

function arrayOrNothing(annotated: Annotated): Annotated {
  return Array.isArray(annotated.value) ? annotated : nothing
}

function arrayOf(items: readonly Annotated[]): Annotated {
  return {
    value: items.map(({value}) => value),
    origin: {kind: 'array', items: items.map(({origin}) => origin)},
  }
}
