import {createClient} from '@sanity/client'
import {feedCalendars, fileCache} from '@touchpoints/calendar/fetch'
import {draftMode} from 'next/headers'
import {createLoader} from 'touchpoints'
import {draftLoader, nextClient} from 'touchpoints/next'

import {lake, studioUrl, token} from './environment'

/** Loader for visitors. Next caches its results under a tag until the webhook runs. */
export const loader = createLoader({
  client: nextClient(createClient(lake)),
  calendars: feedCalendars({cache: fileCache('.touchpoints/feeds')}),
  studioUrl,
})

/** Returns the loader of a request: with drafts for an editor in draft mode. */
export async function requestLoader() {
  return token ? draftLoader(loader, draftMode, {token}) : loader
}
