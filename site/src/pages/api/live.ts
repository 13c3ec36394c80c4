import type {APIRoute} from 'astro'
import {eventStream} from 'touchpoints/preview'

import {publishedChanges} from '../../preview/previewServer.ts'

/** Tells an open page when something that it shows was published. */
export const GET: APIRoute = () => eventStream(publishedChanges)
