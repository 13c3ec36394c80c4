import {execFile} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {isDeepStrictEqual, promisify} from 'node:util'
import {z} from 'zod'
import {runWithin} from '../../lake/budget/runWithin.ts'
import type {StoredDocument} from '../../lake/document.ts'
import {compileQuery, type Slice} from '../../lake/query/compileQuery.ts'
import {DocumentIndex} from '../../lake/query/documentIndex.ts'
import {evaluateQuery} from '../../lake/query/evaluateQuery.ts'
import {reasonOf} from '../../lake/reasonOf.ts'
import type {ReasonedTest, SuiteResult} from './suiteResult.ts'

const datasetEntry = z.object({
  _type: z.literal('dataset'),
  _id: z.string(),
  url: z.string(),
  documents: z.array(z.record(z.string(), z.unknown())).optional(),
})
const testEntry = z.object({
  _type: z.literal('test'),
  _id: z.string(),
  query: z.string(),
  result: z.unknown(),
  valid: z.boolean(),
  version: z.string().nullish(),
  params: z.record(z.string(), z.unknown()).nullish(),
  dataset: z.object({_ref: z.string()}),
})
const entry = z.discriminatedUnion('_type', [datasetEntry, testEntry])
type Test = z.infer<typeof testEntry>

/** The budget of a query in the lake. */
const slice: Slice = (job) => runWithin(5_000, job, {patience: 1})

/**
 * Runs the official GROQ test suite against the lake's evaluation, with its indexes and its time limit.
 *
 * @param checkout a folder of sanity-io/groq-test-suite in which `npm install` has run
 */
export async function runGroqSuite(checkout: string): Promise<SuiteResult> {
  const entries = (await build(checkout)).trim().split('\n')
  const datasets = new Map<string, DocumentIndex>()
  const tests: Test[] = []
  for (const line of entries) {
    const one = entry.parse(JSON.parse(line))
    if (one._type === 'test') tests.push(one)
    else if (one.documents) datasets.set(one._id, indexOf(one.documents))
  }
  const failures: ReasonedTest[] = []
  const notApplicable: ReasonedTest[] = []
  for (const test of tests) {
    const index = datasets.get(test.dataset._ref)
    if (test.version === '0.1') {
      notApplicable.push({name: test._id, reason: 'It tests GROQ before its specification (0.1)'})
    } else if (!index) {
      notApplicable.push({name: test._id, reason: 'Its dataset of 200 MB is not in the suite'})
    } else {
      const reason = failureOf(test, index)
      if (reason !== undefined) failures.push({name: test._id, reason})
    }
  }
  const applicable = tests.length - notApplicable.length
  return {
    suite: 'GROQ test suite',
    version: await commitOf(checkout),
    applicable,
    passed: applicable - failures.length,
    failures,
    notApplicable,
  }
}

/** Returns why a test fails, or undefined if it passes. */
function failureOf({query, params, valid, result}: Test, index: DocumentIndex): string | undefined {
  try {
    const actual = evaluate(query, params ?? {}, index)
    if (!valid) return 'An invalid query has a result'
    if (isDeepStrictEqual(withPositions(actual), result ?? null)) return undefined
    return `The result is ${JSON.stringify(actual).slice(0, 200)}`
  } catch (error) {
    return valid ? reasonOf(error) : undefined
  }
}

function evaluate(query: string, params: Record<string, unknown>, index: DocumentIndex): unknown {
  const context = {projectId: 'groq', dataset: 'suite', identity: 'me', now: new Date()}
  const compiled = compileQuery(query, params, slice)
  const {result} = slice(() => evaluateQuery(compiled, params, index, context))
  const plain: unknown = JSON.parse(JSON.stringify(result))
  return plain
}

/** The suite does not define scores, but their order. */
function withPositions(result: unknown): unknown {
  const scored = z.array(z.looseObject({_score: z.number()})).safeParse(result)
  if (!scored.success) return result
  const scores = [...new Set(scored.data.map(({_score}) => _score))].sort((a, b) => b - a)
  return scored.data.map(({_score, ...others}) => ({...others, _pos: scores.indexOf(_score) + 1}))
}

function indexOf(documents: readonly Record<string, unknown>[]): DocumentIndex {
  const index = new DocumentIndex()
  for (const document of documents) {
    if (!isDocument(document)) throw new Error(`Not a document: ${JSON.stringify(document)}`)
    index.put(document)
  }
  return index
}

/** Results contain whole documents. So the suite's ones get no `_rev`, and no times. */
function isDocument(document: Record<string, unknown>): document is StoredDocument {
  return typeof document._id === 'string' && typeof document._type === 'string'
}

/** The suite is written in YAML, and its own program compiles it. */
async function build(checkout: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'touchpoints-groq-suite-'))
  try {
    const file = join(folder, 'suite.ndjson')
    const program = join(checkout, 'src/build.js')
    await promisify(execFile)(process.execPath, [program, `--out=${file}`], {cwd: checkout})
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Error(
      `Could not build the GROQ test suite in ${checkout}. Run \`npm install\` in it first.`,
      {cause: error},
    )
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

async function commitOf(checkout: string): Promise<string> {
  const args = ['-C', checkout, 'log', '-1', '--format=%h (%cs)']
  return (await promisify(execFile)('git', args)).stdout.trim()
}
