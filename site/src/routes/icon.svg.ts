import type {APIRoute} from 'astro'

import icon from '../../assets/icon.svg?raw'

/** Serves the icon of a site that has none of its own, in `public/` or in its community document. */
export const GET: APIRoute = () => new Response(icon, {headers: {'content-type': 'image/svg+xml'}})
