import {runQuery, type LoaderSetup} from '../context.ts'
import {QueryError} from '../errors.ts'
import type {LakeHealth} from '../lake/lakeHealth.ts'

/** Milliseconds, so that a report is soon true when the lake hangs. */
const checkTimeout = 2000

const query = '*[_type=="meetingsPage"][0...1]{_id}'

/** Observes whether the Content Lake answers, with a query that reads one id. */
export async function checkLake(context: LoaderSetup): Promise<LakeHealth> {
  const {lake, timeout} = context
  const visitor = {...context, perspective: 'published', token: undefined} as const
  try {
    await runQuery(
      {...visitor, timeout: Math.min(timeout, checkTimeout), retries: 0},
      {tag: 'check', query, params: {}},
    )
    lake.succeeded()
  } catch (error) {
    if (error instanceof QueryError) lake.failed(error)
  }
  return lake.health()
}
