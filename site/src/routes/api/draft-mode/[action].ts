import type {APIRoute} from 'astro'

import {previewHandler} from '../../../preview/previewServer.ts'

/** Starts, ends, shares and follows a preview. */
export const ALL: APIRoute = ({request}) => previewHandler(request)
