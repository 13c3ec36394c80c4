import {type ExprNode, GroqSyntaxError, parse} from 'groq-js'
import {lru} from 'tiny-lru'
import {QuerySyntaxFault} from '../faults.ts'
import {isObject, type JsonObject} from '../json.ts'
import {reasonOf} from '../reasonOf.ts'
import {narrowFilters} from './narrowing.ts'

export interface CompiledQuery {
  tree: ExprNode
  /** Names of the parameters it takes, without the `$`. */
  parameters: ReadonlySet<string>
  /** A `*` is left that looks at the whole dataset. */
  scans: boolean
}

/** A Studio asks a few hundred different queries; each costs a few kilobytes. */
const maxCompiled = 500
const compiled = lru<CompiledQuery>(maxCompiled)

/**
 * @throws QuerySyntaxFault with the position for what does not parse, and for parameters that are not given.
 */
export function compileQuery(query: string, params: JsonObject): CompiledQuery {
  const found = compiled.get(query)
  const result = found ?? compileFresh(query, params)
  for (const name of result.parameters) {
    if (!Object.hasOwn(params, name)) {
      const start = Math.max(query.indexOf(`$${name}`), 0)
      throw new QuerySyntaxFault(query, start, `param $${name} referenced, but not provided`)
    }
  }
  return result
}

function compileFresh(query: string, params: JsonObject): CompiledQuery {
  try {
    const result = analyse(parse(terminated(query)))
    compiled.set(query, result)
    return result
  } catch (error) {
    // A slice such as `[0...$limit]` has to be known while parsing, so it is compiled each time.
    if (/\$[A-Za-z_]/.test(query)) {
      try {
        return analyse(parse(terminated(query), {params}))
      } catch {
        // The first error is about the query itself.
      }
    }
    if (error instanceof GroqSyntaxError) {
      throw new QuerySyntaxFault(query, error.position, error.message)
    }
    throw new QuerySyntaxFault(query, 0, reasonOf(error))
  }
}

/** groq-js takes a comment in the last line for an error unless a line follows. */
function terminated(query: string): string {
  return query.includes('//') ? `${query}\n` : query
}

function analyse(tree: ExprNode): CompiledQuery {
  narrowFilters(tree)
  const parameters = new Set<string>()
  let scans = false
  visit(tree, (node) => {
    if (node.type === 'Parameter' && typeof node.name === 'string') parameters.add(node.name)
    if (node.type === 'Everything' || node.namespace === 'releases') scans = true
  })
  return {tree, parameters, scans}
}

function visit(node: unknown, look: (node: JsonObject) => void) {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, look)
    return
  }
  if (!isObject(node)) return
  look(node)
  for (const key in node) visit(node[key], look)
}
