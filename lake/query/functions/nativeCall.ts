import type {ExprNode} from 'groq-js'

/** A function of TypeScript for GROQ's evaluation. Arguments and result are plain values, not nodes. */
export type Native = (args: readonly unknown[]) => unknown

/**
 * A function in a parsed tree.
 *
 * groq-js has no extensions, but it evaluates `+` of two arrays by the left one's `concat`, with the value
 * of the right one. So `<this> + [a, b]` calls the function with the values of `a` and `b`, in the scope of
 * the call and without a copy. It works in synchronous evaluation only.
 */
export class NativeFunction extends Array<unknown> {
  readonly native: Native

  constructor(native: Native) {
    super()
    this.native = native
  }

  override concat(...operands: unknown[]): unknown[] {
    const [args] = operands
    return [this.native(Array.isArray(args) ? args : [])]
  }
}

/** Returns a node that calls a function with the values of other nodes. */
export function nativeCall(native: Native, args: readonly ExprNode[]): ExprNode {
  return {
    type: 'AccessElement',
    index: 0,
    base: {
      type: 'OpCall',
      op: '+',
      left: {type: 'Value', value: new NativeFunction(native)},
      right: {
        type: 'Array',
        elements: args.map((value) => ({type: 'ArrayElement', value, isSplat: false})),
      },
    },
  }
}
