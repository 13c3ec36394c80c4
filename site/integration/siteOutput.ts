import type {Environment} from '../src/environment.ts'

/** What a build makes: a server that renders each page when it is asked for, or a file for each page. */
export const outputs = ['server', 'static'] as const
export type Output = (typeof outputs)[number]

/**
 * Returns the path below which a site is, with a slash at both ends. A static site can be below the path of its
 * address, as the sites of projects on GitHub Pages are. The server is at the root of its host.
 *
 * @example basePath('static', 'https://example.github.io/meetings-site') // '/meetings-site/'
 */
export function basePath(output: Output, {siteUrl}: Pick<Environment, 'siteUrl'>): string {
  if (output === 'server') return '/'
  return new URL(siteUrl).pathname.replace(/\/*$/, '/')
}
