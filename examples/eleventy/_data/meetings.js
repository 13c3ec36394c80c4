import {describeProblem} from 'touchpoints'

import {loader} from '../loader.js'

/** What the meetings page shows: `meetings.upcoming` and the rest of the loader's view. */
export default async function meetings() {
  const {data, problems} = await loader.meetingsPage()
  for (const problem of problems) console.warn(describeProblem(problem))
  return data
}
