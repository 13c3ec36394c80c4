import {revalidateTag} from 'next/cache'
import {revalidateRoute} from 'touchpoints/next'

import {webhookSecret} from '../../../lib/environment'

/** Webhook that runs after a publish. Without a secret it is disabled, because anyone could call it. */
export const POST = webhookSecret
  ? revalidateRoute({
      secret: webhookSecret,
      // Expires at once. With 'max', an editor who reloads after publishing sees the old page once more.
      revalidateTag: (tag) => revalidateTag(tag, {expire: 0}),
    })
  : () => new Response('Set SANITY_REVALIDATE_SECRET to enable the webhook.', {status: 404})
