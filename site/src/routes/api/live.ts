import type {APIRoute} from 'astro'
import {eventStream} from 'touchpoints/preview'

import {publishedChanges} from '../../preview/previewServer.ts'

/** Notifies open pages when their content was published. */
export const GET: APIRoute = () => eventStream(publishedChanges)
