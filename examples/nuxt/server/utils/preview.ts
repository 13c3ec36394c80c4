import {createClient} from '@sanity/client'
import {validatePreviewUrl} from '@sanity/preview-url-secret'
import {
  createPreviewHandler,
  memoryNonceStore,
  readSession,
  shareLinks,
  usedSecrets,
} from 'touchpoints/http'

import {lake, token} from './environment'
import {loader} from './loader'

const now = Date.now
const client = createClient({...lake, token})

/**
 * Opens and closes a preview. Undefined without a token, which also signs the cookie. The state is in memory:
 * use `lakeNonceStore` for several processes.
 */
export const preview = token
  ? createPreviewHandler({
      validate: (url) => validatePreviewUrl(client, url),
      usedSecrets: usedSecrets({nonces: memoryNonceStore(now), now}),
      shares: shareLinks({key: token, nonces: memoryNonceStore(now), now}),
      key: token,
      now,
    })
  : undefined

/** Returns the loader of a request: with drafts for an editor in a preview. */
export async function loaderOf(request: Request) {
  const session = token ? await readSession(request, token, now()) : undefined
  return session
    ? {loader: loader.preview({token, perspective: session.perspective}), isPreview: true}
    : {loader, isPreview: false}
}
