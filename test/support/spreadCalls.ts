import {parseSync, Visitor, type Argument} from 'oxc-parser'

/** A call with a list spread into its arguments, such as `Math.min(...starts)`. */
export interface SpreadCall {
  /** 1-based. */
  line: number
  /** The called function and the spread lists, as in the source: `Math.min(...starts)`. */
  text: string
}

/**
 * Returns every call that spreads a list into its arguments.
 *
 * Each element of the list takes a place on the stack. At some 120,000 elements, the call throws
 * "Maximum call stack size exceeded". A list in brackets has the length that its author wrote.
 */
export function spreadCalls(file: string, source: string): SpreadCall[] {
  const calls: SpreadCall[] = []
  const visit = (call: {callee: Span; arguments: Argument[]; start: number}) => {
    const spreads = call.arguments.filter((each) => each.type === 'SpreadElement')
    const unknown = spreads.filter(({argument}) => argument.type !== 'ArrayExpression')
    if (unknown.length === 0) return
    const written = ({start, end}: Span) => source.slice(start, end).replaceAll(/\s+/g, ' ')
    const lists = unknown.map(written).join(', ')
    const line = source.slice(0, call.start).split('\n').length
    calls.push({line, text: `${written(call.callee)}(${lists})`})
  }
  new Visitor({CallExpression: visit, NewExpression: visit}).visit(parseSync(file, source).program)
  return calls
}

interface Span {
  start: number
  end: number
}
