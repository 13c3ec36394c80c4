import {describeProblem} from 'touchpoints'

import {loaderOf} from '../../utils/preview'

/** What the meetings page shows. */
export default defineEventHandler(async (event) => {
  const {loader, isPreview} = await loaderOf(toWebRequest(event))
  const {data, problems} = await loader.meetingsPage()
  for (const problem of problems) console.warn(describeProblem(problem))
  const {page, upcoming, past} = data
  return {title: page?.title ?? 'Meetings', upcoming, past, isPreview}
})
