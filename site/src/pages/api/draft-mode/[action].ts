import type {APIRoute} from 'astro'

import {eventStream} from '../../../preview/eventStream.ts'
import {draftChanges, previewHandler} from '../../../preview/previewServer.ts'

/** Enter, leave, share and follow a preview. */
export const ALL: APIRoute = ({request, params, locals}) => {
  if (params['action'] !== 'live') return previewHandler(request)
  if (!locals.view.preview) return new Response(null, {status: 401})
  return eventStream(draftChanges)
}
