import {revalidateTag} from 'next/cache'
import {revalidateRoute} from 'touchpoints/next'

import {webhookSecret} from '../../../lib/environment'

/** Webhook that runs after a publish. Without a secret it is disabled, because anyone could call it. */
export const POST = webhookSecret
  ? revalidateRoute({secret: webhookSecret, revalidateTag})
  : () => new Response('Set SANITY_REVALIDATE_SECRET to enable the webhook.', {status: 404})
