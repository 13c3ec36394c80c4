import {type ExprNode, GroqSyntaxError, parse} from 'groq-js'
import {lru} from 'tiny-lru'
import {QuerySyntaxFault} from '../faults.ts'
import {isObject, type JsonObject} from '../json.ts'
import {reasonOf} from '../reasonOf.ts'
import {narrowFilters} from './narrowing.ts'

export interface CompiledQuery {
  tree: ExprNode
  /** Names of the query's parameters, without the `$`. */
  parameters: ReadonlySet<string>
  /** Whether a `*` still reads the whole dataset. */
  scans: boolean
}

/** A Studio sends a few hundred different queries. Each takes a few kilobytes. */
const maxCached = 500
const cache = lru<CompiledQuery>(maxCached)

/**
 * Parses GROQ and rewrites its filters to use the indexes. Caches the result.
 *
 * @throws QuerySyntaxFault with the position of a syntax error or of a missing parameter
 */
export function compileQuery(query: string, params: JsonObject): CompiledQuery {
  const result = cache.get(query) ?? parseQuery(query, params)
  for (const name of result.parameters) {
    if (!Object.hasOwn(params, name)) {
      const start = Math.max(query.indexOf(`$${name}`), 0)
      throw new QuerySyntaxFault(query, start, `param $${name} referenced, but not provided`)
    }
  }
  return result
}

function parseQuery(query: string, params: JsonObject): CompiledQuery {
  try {
    const result = analyze(parse(withLastLine(query)))
    cache.set(query, result)
    return result
  } catch (error) {
    // groq-js needs the parameter of a slice such as `[0...$limit]` to parse it, so it is never cached.
    if (/\$[A-Za-z_]/.test(query)) {
      try {
        return analyze(parse(withLastLine(query), {params}))
      } catch {
        // Report the first error, which is about the query itself.
      }
    }
    if (error instanceof GroqSyntaxError) {
      throw new QuerySyntaxFault(query, error.position, error.message)
    }
    throw new QuerySyntaxFault(query, 0, reasonOf(error))
  }
}

/** groq-js rejects a comment in the last line, so another line has to follow. */
function withLastLine(query: string): string {
  return query.includes('//') ? `${query}\n` : query
}

function analyze(tree: ExprNode): CompiledQuery {
  narrowFilters(tree)
  const parameters = new Set<string>()
  let scans = false
  visit(tree, (node) => {
    if (node.type === 'Parameter' && typeof node.name === 'string') parameters.add(node.name)
    if (node.type === 'Everything' || node.namespace === 'releases') scans = true
  })
  return {tree, parameters, scans}
}

function visit(node: unknown, onNode: (node: JsonObject) => void) {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, onNode)
    return
  }
  if (!isObject(node)) return
  onNode(node)
  for (const key in node) visit(node[key], onNode)
}
