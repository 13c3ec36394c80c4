import {createClient} from '@sanity/client'
import {draftMode} from 'next/headers'
import {liveRoute} from 'touchpoints/next'
import {liveChanges} from 'touchpoints/preview'

import {lake, token} from '../../../lib/environment'

export const dynamic = 'force-dynamic'

/** Shows open pages what changed. Visitors follow published content; editors in draft mode follow drafts, too. */
export const GET = liveRoute({
  draftMode,
  published: liveChanges(createClient(lake).live),
  ...(token && {
    drafts: liveChanges(createClient({...lake, token}).live, {includeDrafts: true}),
  }),
})
