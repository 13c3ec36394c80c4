import {edit} from 'touchpoints'

import {loaderOf} from '../../../utils/preview'

/** One session. */
export default defineEventHandler(async (event) => {
  const {loader} = await loaderOf(toWebRequest(event))
  const slug = getRouterParam(event, 'slug') ?? ''
  const {data} = await loader.touchpoints({slug})
  const [touchpoint] = data
  if (!touchpoint) throw createError({statusCode: 404, message: 'This session does not exist.'})
  // `edit` recognizes the loader's own objects, so it runs here: the page receives a copy.
  return {touchpoint, editTitle: edit(touchpoint, 'title')}
})
