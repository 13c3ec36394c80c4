import {type ExprNode, GroqSyntaxError, parse} from 'groq-js'
import {lru} from 'tiny-lru'
import {QuerySyntaxFault} from '../faults.ts'
import {isObject, type JsonObject} from '../json.ts'
import {reasonOf} from '../reasonOf.ts'
import {narrowFilters} from './narrowing.ts'

export interface CompiledQuery {
  query: string
  tree: ExprNode
  /** Names of the query's parameters, without the `$`. */
  parameters: ReadonlySet<string>
  /** Whether a `*` still reads the whole dataset. */
  scans: boolean
  /** Whether the tree is the same for all values of the parameters. */
  cacheable: boolean
}

/** Runs a job, and may stop it. */
export type Slice = <Result>(job: () => Result) => Result

/**
 * A Studio sends a few hundred different queries of some hundred characters each. A tree takes up to 100
 * bytes for each character, so the characters are limited, not the number of queries.
 */
const maxCachedCharacters = 500_000
/** 0: no limit on the number of queries. */
const cache = lru<CompiledQuery>(0)
let cachedCharacters = 0
cache.onEvict(({key}) => {
  cachedCharacters -= key.length
})

/**
 * Parses GROQ and rewrites its filters to use the indexes. Caches the result.
 *
 * @param slice limits the time for parsing, which groq-js does in quadratic time. The cache is used
 * outside it, because a job that is stopped must not leave a half-changed cache.
 * @throws QuerySyntaxFault with the position of a syntax error or of a missing parameter
 */
export function compileQuery(query: string, params: JsonObject, slice: Slice): CompiledQuery {
  const cached = cache.get(query)
  const result = cached ?? slice(() => parseQuery(query, params))
  if (!cached && result.cacheable) remember(query, result)
  for (const name of result.parameters) {
    if (!Object.hasOwn(params, name)) {
      const start = Math.max(query.indexOf(`$${name}`), 0)
      throw new QuerySyntaxFault(query, start, `param $${name} referenced, but not provided`)
    }
  }
  return result
}

function remember(query: string, result: CompiledQuery) {
  cache.set(query, result)
  cachedCharacters += query.length
  while (cachedCharacters > maxCachedCharacters) cache.evict()
}

function parseQuery(query: string, params: JsonObject): CompiledQuery {
  try {
    return {query, ...analyze(parse(withLastLine(query))), cacheable: true}
  } catch (error) {
    // groq-js needs the parameter of a slice such as `[0...$limit]` to parse it, so it is never cached.
    if (/\$[A-Za-z_]/.test(query)) {
      try {
        return {query, ...analyze(parse(withLastLine(query), {params})), cacheable: false}
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

function analyze(tree: ExprNode): Pick<CompiledQuery, 'tree' | 'parameters' | 'scans'> {
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
