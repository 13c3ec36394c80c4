import {createClient} from '@sanity/client'
import {isolatedCalendars} from '@touchpoints/calendar/fetch'
import {createLoader} from 'touchpoints'

import {lake, now, sampleFolder} from './environment'

export const loader = createLoader({
  client: createClient(lake),
  calendars: isolatedCalendars(sampleFolder ? {sampleFolder} : {cacheFolder: '.touchpoints/feeds'}),
  now,
})
