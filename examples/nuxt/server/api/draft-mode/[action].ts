import {preview} from '../../utils/preview'

/** The Studio's Presentation opens `enable`. Without a token there is no preview. */
export default defineEventHandler((event) => {
  if (!preview)
    throw createError({statusCode: 404, message: 'Set SANITY_API_READ_TOKEN to enable previews.'})
  return preview(toWebRequest(event))
})
