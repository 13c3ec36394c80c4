import type {ExprNode} from 'groq-js'
import {isObject} from '../../json.ts'
import {nativeCall} from './nativeCall.ts'

/** The place of a value in another value. */
export type ValuePath = readonly (string | number)[]

/** A place that a selector such as `tags[name == "a"].id` selects, with its value. */
export interface Selected {
  path: ValuePath
  value: unknown
}

/**
 * Returns a node that evaluates a selector to a list of `Selected`.
 *
 * A filter in the selector can be any expression. So the selector becomes GROQ: the filter is evaluated in
 * the scope of each item, and functions do the rest.
 *
 * @param selector as groq-js parses it in `diff::changedAny(a, b, selector)`
 * @param base evaluates to the list of `Selected` to start with
 * @throws Error if the node is not a selector
 */
export function selection(selector: ExprNode, base: ExprNode): ExprNode {
  switch (selector.type) {
    case 'Group':
      return selection(selector.base, base)
    case 'AccessAttribute': {
      const {name} = selector
      const inner = selector.base ? selection(selector.base, base) : base
      return nativeCall(([list]) => selectedIn(list).map((one) => attributeOf(one, name)), [inner])
    }
    case 'ArrayCoerce':
      return itemsIn(selection(selector.base, base))
    case 'Filter':
      return where(itemsIn(selection(selector.base, base)), selector.expr)
    case 'SelectorFuncCall':
      return where(
        nativeCall(([list]) => selectedIn(list).flatMap(objectsOf), [base]),
        selector.arg,
      )
    case 'SelectorNested':
      return selection(selector.nested, selection(selector.base, base))
    case 'Tuple':
      return {
        type: 'Array',
        elements: selector.members.map((member) => ({
          type: 'ArrayElement',
          value: selection(member, base),
          isSplat: true,
        })),
      }
    default:
      throw new Error(`Invalid selector: ${selector.type}`)
  }
}

/** Returns a node that evaluates to one `Selected`: a whole value. */
export function whole(value: ExprNode): ExprNode {
  return nativeCall(([one]) => [{path: [], value: one}], [value])
}

/** Returns the list that a node made by `selection` evaluates to. */
export function selectedIn(list: unknown): Selected[] {
  if (!Array.isArray(list)) return []
  return list.filter((one: unknown): one is Selected => isObject(one) && Array.isArray(one.path))
}

function itemsIn(list: ExprNode): ExprNode {
  return nativeCall(([items]) => selectedIn(items).flatMap(itemsOf), [list])
}

/**
 * Keeps what the condition is true for. A `Map` has no scope of its own, so `^` in the condition is the
 * scope of the call.
 */
function where(list: ExprNode, condition: ExprNode): ExprNode {
  const value: ExprNode = {type: 'AccessAttribute', name: 'value'}
  const matches: ExprNode = {
    type: 'Filter',
    base: {type: 'Array', elements: [{type: 'ArrayElement', value, isSplat: false}]},
    expr: condition,
  }
  const tested: ExprNode = {type: 'Map', base: list, expr: pair({type: 'This'}, matches)}
  return nativeCall(([pairs]) => (Array.isArray(pairs) ? pairs.flatMap(matching) : []), [tested])
}

function pair(one: ExprNode, matches: ExprNode): ExprNode {
  return {
    type: 'Array',
    elements: [one, matches].map((value) => ({type: 'ArrayElement', value, isSplat: false})),
  }
}

function matching(tested: unknown): unknown[] {
  if (!Array.isArray(tested)) return []
  const [one, matches] = tested
  return Array.isArray(matches) && matches.length > 0 ? [one] : []
}

function attributeOf({path, value}: Selected, name: string): Selected {
  const hasIt = isObject(value) && Object.hasOwn(value, name)
  return {path: [...path, name], value: hasIt ? value[name] : null}
}

function itemsOf({path, value}: Selected): Selected[] {
  if (!Array.isArray(value)) return []
  return value.map((item: unknown, index) => ({path: [...path, index], value: item}))
}

/** Returns the value and everything in it that is an object. */
function objectsOf(selected: Selected): Selected[] {
  const {path, value} = selected
  if (Array.isArray(value)) return itemsOf(selected).flatMap(objectsOf)
  if (!isObject(value)) return []
  return [
    selected,
    ...Object.keys(value).flatMap((key) => objectsOf({path: [...path, key], value: value[key]})),
  ]
}
