import {revalidateTag} from 'next/cache'
import {revalidateRoute} from 'touchpoints/next'

import {webhookSecret} from '../../../lib/environment'

/** The webhook after a publish. Without a secret there is none, rather than one for everyone. */
export const POST = webhookSecret
  ? revalidateRoute({
      secret: webhookSecret,
      // At once: with 'max' the editor who reloads after publishing would see the old page once more.
      revalidateTag: (tag) => revalidateTag(tag, {expire: 0}),
    })
  : () => new Response('Set SANITY_REVALIDATE_SECRET to have a webhook here.', {status: 404})
