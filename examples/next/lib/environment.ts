import {apiVersion} from 'touchpoints'

/** Everything that is told from outside, under the names that Sanity's own templates use. */
const {env} = process

export const lake = {
  projectId: env['SANITY_STUDIO_PROJECT_ID'] || 'touchpoints',
  dataset: env['SANITY_STUDIO_DATASET'] || 'production',
  apiVersion,
  // Next keeps the answers itself, and forgets them when the webhook tells it to.
  useCdn: false,
  // The embedded Content Lake; without it the hosted one.
  ...(env['SANITY_API_HOST'] && {apiHost: env['SANITY_API_HOST'], useProjectHostname: false}),
}

/** May read drafts. Stays on the server. */
export const token = env['SANITY_API_READ_TOKEN'] || ''
export const webhookSecret = env['SANITY_REVALIDATE_SECRET'] || ''
export const siteUrl = env['SITE_URL'] || 'http://localhost:3000'
/** Shows the sample community, whose meetings are of 2024, as of then. */
export const now = () => new Date(env['TOUCHPOINTS_NOW'] || Date.now())
