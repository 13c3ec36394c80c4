import {describeProblem} from 'touchpoints'

import type {PageServerLoad} from './$types'

export const load: PageServerLoad = async ({locals}) => {
  const {data, problems} = await locals.loader.meetingsPage()
  for (const problem of problems) console.warn(describeProblem(problem))
  const {page, upcoming, past} = data
  return {title: page?.title ?? 'Meetings', upcoming, past, isPreview: locals.isPreview}
}
