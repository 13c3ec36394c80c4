import type {APIRoute} from 'astro'
import {createEditorsHandler} from 'touchpoints/http'

import {loader} from '../../../loader.ts'
import {previewToken, validateSecret} from '../../../preview/previewServer.ts'

/** Serves the merged calendar with drafts to a Studio on another host. Set `SANITY_STUDIO_EVENTS_URL` to its URL. */
const handler = createEditorsHandler({
  loader: previewToken
    ? loader.preview({token: previewToken, perspective: 'drafts', audience: 'members'})
    : loader,
  validate: validateSecret,
})

export const ALL: APIRoute = ({request}) => handler(request)
