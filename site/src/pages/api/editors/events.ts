import type {APIRoute} from 'astro'
import {createEditorsHandler} from 'touchpoints/http'

import {loader} from '../../../loader.ts'
import {previewToken, validateSecret} from '../../../preview/previewServer.ts'

/** The merged calendar with drafts, for a Studio elsewhere: `SANITY_STUDIO_EVENTS_URL` names it. */
const handler = createEditorsHandler({
  loader: previewToken ? loader.preview({token: previewToken, perspective: 'drafts'}) : loader,
  validate: validateSecret,
  onError: (error) => process.stderr.write(`The editors’ calendar failed: ${String(error)}\n`),
})

export const ALL: APIRoute = ({request}) => handler(request)
