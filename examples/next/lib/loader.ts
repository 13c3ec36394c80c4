import {createClient} from '@sanity/client'
import {feedCalendars, fileCache} from '@touchpoints/calendar/fetch'
import {draftMode} from 'next/headers'
import {createLoader} from 'touchpoints'
import {draftLoader, nextClient} from 'touchpoints/next'

import {lake, now, token} from './environment'

/** What visitors see; Next keeps its answers under a tag until the webhook comes. */
export const loader = createLoader({
  client: nextClient(createClient(lake)),
  calendars: feedCalendars({cache: fileCache('.touchpoints/feeds')}),
  now,
})

/** With drafts for an editor in draft mode. */
export async function requestLoader() {
  return token ? draftLoader(loader, draftMode, {token}) : loader
}
