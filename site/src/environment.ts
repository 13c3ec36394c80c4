import {parseInstant} from '@touchpoints/calendar/formats'
import * as z from 'zod/mini'

/**
 * The site's settings. Only this file reads environment variables.
 *
 * The project, dataset and token have the variable names of Sanity's templates, so that the Studio and
 * the site share one `.env`.
 */
export interface Environment {
  projectId: string
  dataset: string
  /** URL of the embedded Content Lake. Absent for the hosted one. */
  apiHost?: string
  /** Reads drafts in a preview. Stays on the server. */
  token?: string
  /** Stores shared links and used preview secrets in the Content Lake. Stays on the server. */
  writeToken?: string
  studioUrl?: string
  /** Signs previews and shared links. Defaults to the token, or to a key that the site stores. */
  previewKey?: string
  /** Public URL of the site, used in feeds. */
  siteUrl: string
  /** Renders pages for this instant. Defaults to the current time. */
  now?: Date
  /** What a build makes. Defaults to a server. */
  output: 'server' | 'static'
  /** Folder for the last good copies of feeds. */
  dataFolder: string
  /** Folder with sample feeds and their index.json, used instead of the network. */
  sampleFeeds?: string
}

const instant = z
  .string()
  .check(
    z.refine(
      (value) => parseInstant(value) !== undefined,
      'expected an instant in UTC, such as 2024-03-20T00:00:00Z',
    ),
  )
const origin = z.url({
  protocol: /^https?$/,
  error: 'expected a URL such as http://127.0.0.1:3900',
})
const text = z.string().check(z.minLength(1, 'expected a non-empty value'))

const variables = z.object({
  SANITY_STUDIO_PROJECT_ID: z._default(
    z
      .string()
      .check(
        z.regex(/^[a-z0-9-]+$/, 'expected lowercase letters, digits and hyphens, such as abc123de'),
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
  TOUCHPOINTS_OUTPUT: z._default(
    z.enum(['server', 'static'], 'expected server or static'),
    'server',
  ),
  TOUCHPOINTS_PREVIEW_KEY: z.optional(text),
  TOUCHPOINTS_NOW: z.optional(instant),
  TOUCHPOINTS_SAMPLE_FEEDS: z.optional(text),
})

/**
 * Reads and validates the environment variables.
 *
 * @throws EnvironmentError that lists the invalid variables
 * @example readEnvironment({TOUCHPOINTS_NOW: '2024-03-20T00:00:00Z'}).now
 */
export function readEnvironment(
  env: Record<string, string | undefined> = process.env,
): Environment {
  // Shells and .env files use an empty variable for "not set".
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(set)
  if (!parsed.success) throw new EnvironmentError(parsed.error.issues)
  const {data} = parsed
  return {
    projectId: data.SANITY_STUDIO_PROJECT_ID,
    dataset: data.SANITY_STUDIO_DATASET,
    siteUrl: data.SITE_URL,
    dataFolder: data.TOUCHPOINTS_DATA,
    output: data.TOUCHPOINTS_OUTPUT,
    ...(data.SANITY_API_HOST && {apiHost: data.SANITY_API_HOST}),
    ...(data.SANITY_API_READ_TOKEN && {token: data.SANITY_API_READ_TOKEN}),
    ...(data.SANITY_API_WRITE_TOKEN && {writeToken: data.SANITY_API_WRITE_TOKEN}),
    ...(data.SANITY_STUDIO_URL && {studioUrl: data.SANITY_STUDIO_URL}),
    ...(data.TOUCHPOINTS_PREVIEW_KEY && {previewKey: data.TOUCHPOINTS_PREVIEW_KEY}),
    ...(data.TOUCHPOINTS_NOW && {now: new Date(data.TOUCHPOINTS_NOW)}),
    ...(data.TOUCHPOINTS_SAMPLE_FEEDS && {sampleFeeds: data.TOUCHPOINTS_SAMPLE_FEEDS}),
  }
}

/** Where the built site listens. */
export interface ListenAddress {
  host: string
  port: number
}

const listenVariables = z.object({
  HOST: z._default(text, '127.0.0.1'),
  PORT: z._default(
    z
      .string()
      .check(
        z.refine(
          (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535,
          'expected a port, a whole number up to 65535',
        ),
      ),
    '4321',
  ),
})

/**
 * Reads where the built site listens. Only its server reads these, because a shell may use the same names
 * for something else.
 *
 * @throws EnvironmentError that lists the invalid variables
 */
export function readListenAddress(
  env: Record<string, string | undefined> = process.env,
): ListenAddress {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = listenVariables.safeParse(set)
  if (!parsed.success) throw new EnvironmentError(parsed.error.issues)
  return {host: parsed.data.HOST, port: Number(parsed.data.PORT)}
}

/** Lists the invalid environment variables. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
  readonly variables: string[]

  constructor(issues: readonly {path: readonly PropertyKey[]; message: string}[]) {
    const problems = issues.map(({path, message}) => `${String(path[0])}: ${message}`)
    super(
      `Invalid environment variables. ${problems.join('. ')}. Correct them and start the site again.`,
    )
    this.variables = issues.map(({path}) => String(path[0]))
  }
}
