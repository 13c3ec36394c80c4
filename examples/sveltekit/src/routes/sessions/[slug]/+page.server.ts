import {error} from '@sveltejs/kit'
import {edit} from 'touchpoints'

import type {PageServerLoad} from './$types'

export const load: PageServerLoad = async ({locals, params}) => {
  const {data} = await locals.loader.touchpoints({slug: params.slug})
  const [touchpoint] = data
  if (!touchpoint) error(404, 'This session does not exist.')
  // `edit` recognizes the loader's own objects, so it runs here: the page receives a copy.
  return {touchpoint, editTitle: edit(touchpoint, 'title')}
}
