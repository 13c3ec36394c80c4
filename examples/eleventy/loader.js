import {feedCalendars, fileCache, guardedFetch, sampleFeeds} from '@touchpoints/calendar/fetch'
import {createLoader} from 'touchpoints'

const {SANITY_STUDIO_PROJECT_ID, SANITY_STUDIO_DATASET, SANITY_API_HOST} = process.env
/** Folder with the sample community's calendars. Their hosts do not exist. */
const sampleFolder = process.env['TOUCHPOINTS_SAMPLE_FEEDS']

/** The current time, or a fixed one for the sample community, which met in 2024. */
const now = () => new Date(process.env['TOUCHPOINTS_NOW'] || Date.now())
export const siteUrl = process.env['SITE_URL'] || 'http://localhost:8080'

export const loader = createLoader({
  projectId: SANITY_STUDIO_PROJECT_ID || 'touchpoints',
  dataset: SANITY_STUDIO_DATASET || 'production',
  // Address of the embedded Content Lake. Without it, the hosted one is used.
  ...(SANITY_API_HOST && {apiHost: SANITY_API_HOST}),
  calendars: feedCalendars(
    sampleFolder
      ? {fetch: sampleFeeds(sampleFolder, guardedFetch())}
      : {cache: fileCache('.touchpoints/feeds')},
  ),
  now,
})
