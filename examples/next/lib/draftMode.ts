import {createClient} from '@sanity/client'
import {validatePreviewUrl} from '@sanity/preview-url-secret'
import {draftMode} from 'next/headers'
import {usedSecrets} from 'touchpoints/http'
import {draftModeRoutes} from 'touchpoints/next'

import {lake, token} from './environment'

export const {enable, disable} = draftModeRoutes({
  draftMode,
  validate: (url) => validatePreviewUrl(createClient({...lake, token}), url),
  usedSecrets: usedSecrets(Date.now),
})
