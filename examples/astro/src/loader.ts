import {feedCalendars, fileCache} from '@touchpoints/calendar/fetch'
import {createLoader} from 'touchpoints'

const {SANITY_STUDIO_PROJECT_ID, SANITY_STUDIO_DATASET, SANITY_API_HOST} = process.env

/** Replaces the current time, because the meetings of the sample community are in 2024. */
export const now = () => new Date(process.env['TOUCHPOINTS_NOW'] || Date.now())
export const siteUrl = process.env['SITE_URL'] || 'http://localhost:4321'

export const loader = createLoader({
  projectId: SANITY_STUDIO_PROJECT_ID || 'touchpoints',
  dataset: SANITY_STUDIO_DATASET || 'production',
  // Uses the embedded Content Lake if set, else the hosted service.
  ...(SANITY_API_HOST && {apiHost: SANITY_API_HOST}),
  calendars: feedCalendars({cache: fileCache('.touchpoints/feeds')}),
  now,
})
