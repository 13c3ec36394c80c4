import {apiVersion} from 'touchpoints'

/** The environment variables have the same names as in Sanity's own templates. */
const {env} = process

export const lake = {
  projectId: env['SANITY_STUDIO_PROJECT_ID'] || 'touchpoints',
  dataset: env['SANITY_STUDIO_DATASET'] || 'production',
  apiVersion,
  // Next caches the responses and revalidates them when the webhook is called.
  useCdn: false,
  // Uses the embedded Content Lake if set, else the hosted service.
  ...(env['SANITY_API_HOST'] && {apiHost: env['SANITY_API_HOST'], useProjectHostname: false}),
}

/** Token that may read drafts. It stays on the server. */
export const token = env['SANITY_API_READ_TOKEN'] || ''
export const webhookSecret = env['SANITY_REVALIDATE_SECRET'] || ''
export const siteUrl = env['SITE_URL'] || 'http://localhost:3000'
/** Replaces the current time, because the meetings of the sample community are in 2024. */
export const now = () => new Date(env['TOUCHPOINTS_NOW'] || Date.now())
