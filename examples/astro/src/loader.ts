import {feedCalendars, fileCache} from '@touchpoints/calendar/fetch'
import {createLoader} from 'touchpoints'

const {SANITY_STUDIO_PROJECT_ID, SANITY_STUDIO_DATASET, SANITY_API_HOST} = process.env

/** Shows the sample community, whose meetings are of 2024, as of then. */
export const now = () => new Date(process.env['TOUCHPOINTS_NOW'] || Date.now())
export const siteUrl = process.env['SITE_URL'] || 'http://localhost:4321'

export const loader = createLoader({
  projectId: SANITY_STUDIO_PROJECT_ID || 'touchpoints',
  dataset: SANITY_STUDIO_DATASET || 'production',
  // The embedded Content Lake; without it the hosted one.
  ...(SANITY_API_HOST && {apiHost: SANITY_API_HOST}),
  calendars: feedCalendars({cache: fileCache('.touchpoints/feeds')}),
  now,
})
