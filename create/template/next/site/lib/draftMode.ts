import {createClient} from '@sanity/client'
import {validatePreviewUrl} from '@sanity/preview-url-secret'
import {draftMode} from 'next/headers'
import {memoryNonceStore, usedSecrets} from 'touchpoints/http'
import {draftModeRoutes} from 'touchpoints/next'

import {lake, token} from './environment'

export const {enable, disable} = draftModeRoutes({
  draftMode,
  validate: (url) => validatePreviewUrl(createClient({...lake, token}), url),
  // For one process. Use `lakeNonceStore` with a write token for several.
  usedSecrets: usedSecrets({nonces: memoryNonceStore(Date.now), now: Date.now}),
})
