import type {ExprNode} from 'groq-js'
import {nativeCall} from './nativeCall.ts'
import {createTextScore} from './textQuery.ts'

/**
 * Returns a node for `left match text::query(search)` that evaluates to a boolean. Returns undefined for
 * any other node.
 */
export function matchCall(node: ExprNode): ExprNode | undefined {
  const match = textMatchOf(node)
  if (!match) return undefined
  const textScore = createTextScore()
  return nativeCall(
    ([value, search]) => (typeof search === 'string' ? textScore(value, search) > 0 : null),
    [match.left, match.search],
  )
}

/**
 * Returns an argument of `score()` that gives a text match its score.
 *
 * groq-js scores `match`, and counts any other condition that is true as 1. `boost(true, n)` has the score
 * `1 + n`. It does not look into parentheses, so this removes them.
 */
export function scoreArgument(node: ExprNode): ExprNode {
  if (node.type === 'Group') return scoreArgument(node.base)
  if (node.type === 'And' || node.type === 'Or') {
    return {...node, left: scoreArgument(node.left), right: scoreArgument(node.right)}
  }
  if (node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'boost') {
    const [condition, ...others] = node.args
    return condition ? {...node, args: [scoreArgument(condition), ...others]} : node
  }
  const match = textMatchOf(node)
  if (!match) return node
  const textScore = createTextScore()
  const additional = nativeCall(
    ([value, search]) => (typeof search === 'string' ? textScore(value, search) - 1 : null),
    [match.left, match.search],
  )
  const always: ExprNode = {type: 'Value', value: true}
  return {type: 'FuncCall', namespace: 'global', name: 'boost', args: [always, additional]}
}

function textMatchOf(node: ExprNode): {left: ExprNode; search: ExprNode} | undefined {
  if (node.type !== 'OpCall' || node.op !== 'match') return undefined
  let {right} = node
  while (right.type === 'Group') right = right.base
  if (right.type !== 'FuncCall' || right.namespace !== 'text' || right.name !== 'query') {
    return undefined
  }
  const [search] = right.args
  return search && {left: node.left, search}
}
