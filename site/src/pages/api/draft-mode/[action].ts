import type {APIRoute} from 'astro'

import {previewHandler} from '../../../preview/previewServer.ts'

/** Enter, leave, share and follow a preview. */
export const ALL: APIRoute = ({request}) => previewHandler(request)
