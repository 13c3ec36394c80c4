import type {ExprNode} from 'groq-js'
import {type Annotated, nothing} from './origin.ts'

/**
 * The values that an expression sees: `@` and, by `^`, those around it.
 * The rules are those of groq-js, because it evaluates the same expressions.
 */
export class Scope {
  readonly current: Annotated
  readonly #parent: Scope | undefined
  /** The scope of an item of a traversal such as `many[].name`. `^` skips it. */
  readonly #isHidden: boolean

  private constructor(current: Annotated, parent: Scope | undefined, isHidden: boolean) {
    this.current = current
    this.#parent = parent
    this.#isHidden = isHidden
  }

  static root(): Scope {
    return new Scope(nothing, undefined, false)
  }

  /** Returns the scope of a projection. */
  nested(object: Annotated): Scope {
    return new Scope(object, this.#isHidden ? this.#parent : this, false)
  }

  /** Returns the scope of a traversed item. */
  hidden(item: Annotated): Scope {
    return new Scope(item, this.#isHidden ? this.#parent : this, true)
  }

  /** Returns the value of `^` (1), `^.^` (2), and so on. */
  parent(levels: number): Annotated {
    if (levels === 0) return this.current
    return this.#parent ? this.#parent.parent(levels - 1) : nothing
  }

  /**
   * Returns a whole query that evaluates the expression in this scope. groq-js starts at the outermost
   * scope only, so the query enters the inner ones: by a projection for each object, and by a traversal of
   * an array with one item for a hidden scope.
   */
  enter(expression: ExprNode): ExprNode {
    if (!this.#parent) return expression
    const value: ExprNode = {type: 'Value', value: this.current.value}
    if (!this.#isHidden) {
      return this.#parent.enter({type: 'Projection', base: value, expr: expression})
    }
    const item: ExprNode = {
      type: 'Array',
      elements: [{type: 'ArrayElement', value, isSplat: false}],
    }
    const traversal: ExprNode = {type: 'Map', base: item, expr: expression}
    return this.#parent.enter({type: 'AccessElement', base: traversal, index: 0})
  }
}
