import {createClient} from '@sanity/client'
import {draftMode} from 'next/headers'
import {liveRoute} from 'touchpoints/next'
import {liveChanges} from 'touchpoints/preview'

import {lake, token} from '../../../lib/environment'

export const dynamic = 'force-dynamic'

/** Tells open pages what changed: visitors of published content, and editors in draft mode of drafts, too. */
export const GET = liveRoute({
  draftMode,
  published: liveChanges(createClient(lake).live),
  ...(token && {
    drafts: liveChanges(createClient({...lake, token}).live, {includeDrafts: true}),
  }),
})
