import {describeProblem} from 'touchpoints'

import type {Connection} from '../connection.ts'
import type {Diagnosis} from './diagnosis.ts'

/** Checks that the community has its document, which gives pages and feeds their name. */
export async function checkCommunity({
  editorsLoader,
}: Pick<Connection, 'editorsLoader'>): Promise<Diagnosis[]> {
  const about = 'Community'
  const {data, problems} = await editorsLoader.community()
  const faults = problems.map((problem): Diagnosis => ({
    about,
    state: 'warn',
    message: describeProblem(problem),
  }))
  if (faults.length > 0) return faults
  if (data) return [{about, state: 'ok', message: data.name}]
  const message =
    'There is no community document, so pages and feeds have no name, regions and languages. Create and publish it in the Studio. For content of an earlier version, run `touchpoints migrate`.'
  return [{about, state: 'warn', message}]
}
