import {readEnvironment} from '../src/environment.ts'
import {contentSecurityPolicy} from '../src/security/contentSecurityPolicy.ts'

/** Headers for the files at some paths. */
export interface HeaderRule {
  /** Path from the root of the host. A `*` at its end matches what follows. */
  path: string
  headers: Readonly<Record<string, string>>
}

/**
 * Returns the headers that a web server should send with the files of a static site. `_headers` in the build has
 * the same ones in the format of Netlify and Cloudflare.
 *
 * Pages have most of their policy in themselves as well. Only a header can say who may show them in a frame.
 *
 * @param options.base - path below which the web server has the files, with a slash at both ends. Defaults to `/`,
 *   also for a site below a path: most hosts serve its folder at their root
 * @param options.env - the environment of the build
 * @example
 * for (const {path, headers} of staticHeaders()) console.log(path, headers)
 */
export function staticHeaders({
  base = '/',
  env = process.env,
}: {base?: string; env?: Record<string, string | undefined>} = {}): HeaderRule[] {
  const {apiHost, studioUrl} = readEnvironment(env)
  const policy = contentSecurityPolicy({
    preview: false,
    studioUrl,
    hosted: apiHost === undefined,
    development: false,
  })
  const open = {'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300'}
  return [
    {
      path: `${base}*`,
      headers: {
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
      },
    },
    {path: `${base}_astro/*`, headers: {'cache-control': 'public, max-age=31536000, immutable'}},
    {
      path: `${base}media/images/*`,
      headers: {'cache-control': 'public, max-age=31536000, immutable'},
    },
    {path: `${base}api/*`, headers: open},
  ]
}

/** Writes headers in the format of `_headers`, https://docs.netlify.com/manage/routing/headers/. */
export function headersFile(rules: readonly HeaderRule[]): string {
  return rules
    .map(({path, headers}) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`)
      return `${path}\n${lines.join('')}`
    })
    .join('\n')
}
