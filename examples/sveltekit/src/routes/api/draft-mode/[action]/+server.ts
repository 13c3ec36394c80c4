import {error} from '@sveltejs/kit'

import {preview} from '../../../../lib/server/preview.ts'
import type {RequestHandler} from './$types'

/** The Studio's Presentation opens `enable`. Without a token there is no preview. */
export const GET: RequestHandler = ({request}) => {
  if (!preview) error(404, 'Set SANITY_API_READ_TOKEN to enable previews.')
  return preview(request)
}

export const POST = GET
