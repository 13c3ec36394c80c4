import {revalidateTag} from 'next/cache'
import {revalidateRoute} from 'touchpoints/next'

import {webhookSecret} from '../../../lib/environment'

export const POST = revalidateRoute({
  secret: webhookSecret,
  // At once: with 'max' the editor who reloads after publishing would see the old page once more.
  revalidateTag: (tag) => revalidateTag(tag, {expire: 0}),
})
