import {type ExprNode, GroqSyntaxError, parse} from 'groq-js'
import {lru} from 'tiny-lru'
import {QuerySyntaxFault} from '../faults.ts'
import type {JsonObject} from '../json.ts'
import {reasonOf} from '../reasonOf.ts'
import {constantsParameter, rememberConstants} from './constantSubqueries.ts'
import {type GroqMode, type GroqText, groqText} from './functions/groqText.ts'
import {rewriteCalls} from './functions/rewriteCalls.ts'
import {UnavailableFunctionError} from './functions/unavailableFunctionError.ts'
import {narrowFilters} from './narrowing.ts'
import {syntaxReason} from './syntaxReason.ts'
import {visitNodes} from './visitNodes.ts'

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
 * Parses GROQ. Rewrites the functions that groq-js lacks, and the filters to use the indexes. Caches the
 * result.
 *
 * @param slice limits the time for parsing, which groq-js does in quadratic time. The cache is used
 * outside it, because a job that is stopped must not leave a half-changed cache.
 * @throws QuerySyntaxFault with the position of a syntax error, of a missing parameter, or of a function
 * that the lake does not have
 */
export function compileQuery(
  query: string,
  params: JsonObject,
  slice: Slice,
  mode: GroqMode = 'normal',
): CompiledQuery {
  const key = `${mode} ${query}`
  const cached = cache.get(key)
  const result = cached ?? slice(() => parseQuery(query, params, mode))
  if (!cached && result.cacheable) remember(key, result)
  for (const name of result.parameters) {
    if (!Object.hasOwn(params, name)) {
      const start = Math.max(query.indexOf(`$${name}`), 0)
      throw new QuerySyntaxFault(query, start, `param $${name} referenced, but not provided`)
    }
  }
  return result
}

function remember(key: string, result: CompiledQuery) {
  cache.set(key, result)
  cachedCharacters += key.length
  while (cachedCharacters > maxCachedCharacters) cache.evict()
}

function parseQuery(query: string, params: JsonObject, mode: GroqMode): CompiledQuery {
  const source = groqText(query, mode)
  try {
    return {query, ...analyze(parse(source.text, {mode})), cacheable: true}
  } catch (error) {
    // groq-js needs the parameter of a slice such as `[0...$limit]` to parse it, so it is never cached.
    if (!(error instanceof UnavailableFunctionError) && /\$[A-Za-z_]/.test(query)) {
      try {
        return {query, ...analyze(parse(source.text, {params, mode})), cacheable: false}
      } catch (second) {
        // Otherwise reports the first error, which is about the query itself.
        if (second instanceof UnavailableFunctionError) throw syntaxFault(query, source, second)
      }
    }
    throw syntaxFault(query, source, error)
  }
}

function syntaxFault(query: string, source: GroqText, error: unknown): QuerySyntaxFault {
  if (error instanceof UnavailableFunctionError) {
    return new QuerySyntaxFault(
      query,
      Math.max(query.indexOf(error.functionName), 0),
      error.message,
    )
  }
  if (!(error instanceof GroqSyntaxError)) return new QuerySyntaxFault(query, 0, reasonOf(error))
  return new QuerySyntaxFault(query, source.position(error.position), syntaxReason(error.message))
}

function analyze(parsed: ExprNode): Pick<CompiledQuery, 'tree' | 'parameters' | 'scans'> {
  const tree = rememberConstants(rewriteCalls(parsed))
  narrowFilters(tree)
  const parameters = new Set<string>()
  let scans = false
  visitNodes(tree, (node) => {
    if (node.type === 'Parameter' && typeof node.name === 'string') parameters.add(node.name)
    if (node.type === 'Everything') scans = true
  })
  // The evaluation adds it.
  parameters.delete(constantsParameter)
  return {tree, parameters, scans}
}
