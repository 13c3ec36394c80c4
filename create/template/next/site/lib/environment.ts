import {apiVersion} from 'touchpoints'

/** All environment variables, with the names of Sanity's own templates. `npm start` sets them. */
const {env} = process

const projectId = env['SANITY_STUDIO_PROJECT_ID']
/** Address of the embedded Content Lake. Without a project id, it is the one of `npm start`. */
const apiHost = env['SANITY_API_HOST'] || (projectId ? undefined : 'http://127.0.0.1:3900')

export const lake = {
  projectId: projectId || 'touchpoints',
  dataset: env['SANITY_STUDIO_DATASET'] || 'production',
  apiVersion,
  // Next caches the results itself, and expires them when the webhook runs.
  useCdn: false,
  ...(apiHost && {apiHost, useProjectHostname: false}),
}

/** Token that may read drafts. Never send it to a browser. The embedded Content Lake accepts any. */
export const token = env['SANITY_API_READ_TOKEN'] || (apiHost ? 'embedded' : '')
export const webhookSecret = env['SANITY_REVALIDATE_SECRET'] || ''
/** The Studio, which a click on a text opens in a preview. */
export const studioUrl = env['SANITY_STUDIO_URL'] || 'http://localhost:3333'
export const siteUrl = env['SITE_URL'] || 'http://localhost:4321'
