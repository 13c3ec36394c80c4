import * as z from 'zod/mini'

/**
 * Everything the site is told from outside. The only file that reads the environment.
 *
 * The names of the project, dataset and token are those that Sanity's own templates use, so one
 * `.env` serves the Studio and the site.
 */
export interface Environment {
  projectId: string
  dataset: string
  /** The embedded Content Lake's address; absent for the hosted one. */
  apiHost?: string
  /** Stays on the server: reads drafts in preview. */
  token?: string
  /** Stays on the server: keeps shared links and used secrets of previews in the Content Lake. */
  writeToken?: string
  studioUrl?: string
  /** Signs previews and shared links; without one the token does, or one that the site keeps. */
  previewKey?: string
  /** Where visitors find the site: feeds that leave it name it. */
  siteUrl: string
  /** The instant to render as of; absent for the clock's. */
  now?: Date
  /** Where last good copies of feeds are kept. */
  dataFolder: string
  /** Folder with sample feeds and their index.json, read in place of the network. */
  sampleFeeds?: string
}

const instant = z
  .string()
  .check(
    z.refine(
      (value) => /^\d{4}-\d\d-\d\dT.*Z$/.test(value) && !Number.isNaN(Date.parse(value)),
      'expected a moment in UTC, such as 2024-03-20T00:00:00Z',
    ),
  )
const origin = z.url({
  protocol: /^https?$/,
  error: 'expected an address such as http://127.0.0.1:3900',
})
const text = z.string().check(z.minLength(1, 'expected a value, found an empty one'))

const variables = z.object({
  SANITY_STUDIO_PROJECT_ID: z._default(
    z
      .string()
      .check(
        z.regex(/^[a-z0-9-]+$/, 'expected small letters, digits and hyphens, such as abc123de'),
      ),
    'touchpoints',
  ),
  SANITY_STUDIO_DATASET: z._default(
    z.string().check(z.regex(/^[a-z0-9_-]+$/, 'expected a dataset name, such as production')),
    'production',
  ),
  SANITY_API_HOST: z.optional(origin),
  SANITY_API_READ_TOKEN: z.optional(text),
  SANITY_API_WRITE_TOKEN: z.optional(text),
  SANITY_STUDIO_URL: z.optional(origin),
  SITE_URL: z._default(origin, 'http://localhost:4321'),
  TOUCHPOINTS_DATA: z._default(text, '.touchpoints'),
  TOUCHPOINTS_PREVIEW_KEY: z.optional(text),
  TOUCHPOINTS_NOW: z.optional(instant),
  TOUCHPOINTS_SAMPLE_FEEDS: z.optional(text),
})

/**
 * @throws EnvironmentError that names each variable that is not as expected
 * @example readEnvironment({TOUCHPOINTS_NOW: '2024-03-20T00:00:00Z'}).now
 */
export function readEnvironment(
  env: Record<string, string | undefined> = process.env,
): Environment {
  // An empty variable is how shells and .env files spell "not set".
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(set)
  if (!parsed.success) throw new EnvironmentError(parsed.error.issues)
  const {data} = parsed
  return {
    projectId: data.SANITY_STUDIO_PROJECT_ID,
    dataset: data.SANITY_STUDIO_DATASET,
    siteUrl: data.SITE_URL,
    dataFolder: data.TOUCHPOINTS_DATA,
    ...(data.SANITY_API_HOST && {apiHost: data.SANITY_API_HOST}),
    ...(data.SANITY_API_READ_TOKEN && {token: data.SANITY_API_READ_TOKEN}),
    ...(data.SANITY_API_WRITE_TOKEN && {writeToken: data.SANITY_API_WRITE_TOKEN}),
    ...(data.SANITY_STUDIO_URL && {studioUrl: data.SANITY_STUDIO_URL}),
    ...(data.TOUCHPOINTS_PREVIEW_KEY && {previewKey: data.TOUCHPOINTS_PREVIEW_KEY}),
    ...(data.TOUCHPOINTS_NOW && {now: new Date(data.TOUCHPOINTS_NOW)}),
    ...(data.TOUCHPOINTS_SAMPLE_FEEDS && {sampleFeeds: data.TOUCHPOINTS_SAMPLE_FEEDS}),
  }
}

export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
  readonly variables: string[]

  constructor(issues: readonly {path: readonly PropertyKey[]; message: string}[]) {
    const told = issues.map(({path, message}) => `${String(path[0])}: ${message}`)
    super(`The site cannot start with these settings. ${told.join('. ')}.`)
    this.variables = issues.map(({path}) => String(path[0]))
  }
}
