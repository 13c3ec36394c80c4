import type {Part} from '../build.ts'
import {CliError} from '../CliError.ts'
import {defineCommand} from '../command.ts'

export const build = defineCommand({
  name: 'build',
  summary: 'build the Studio and the site, to publish them',
  about: `Builds the Studio to dist/studio and the site to dist/site, each where this folder has one. The site is
static: any web server can serve it.

The content comes from the lake of this folder, also while it is running. Without a data folder, as in CI, it
comes from content/*.ndjson. With SANITY_STUDIO_PROJECT_ID and without SANITY_API_HOST it comes from the hosted
service.`,
  options: {
    server: {
      type: 'boolean',
      default: false,
      help: "build the site's server instead of pages; it stays where the framework puts it",
    },
    'site-url': {
      type: 'string',
      value: 'URL',
      help: 'public address of the site, such as https://example.org/meetings. Defaults to SITE_URL',
    },
    only: {type: 'string', value: 'PART', help: 'build only this: site or studio'},
  },
  notes: 'Exits with code 1 when there is nothing to build, or when a build fails.',
  run: async ({values}, shell) => {
    const {server, only, 'site-url': siteUrl} = values
    if (only !== undefined && only !== 'site' && only !== 'studio') {
      throw new CliError('usage', `--only is "${only}": expected site or studio.`)
    }
    if (siteUrl !== undefined && !/^https?:/.test(URL.parse(siteUrl)?.protocol ?? '')) {
      throw new CliError(
        'usage',
        `--site-url is "${siteUrl}": expected an address such as https://example.org.`,
      )
    }
    const parts: readonly Part[] = only ? [only] : ['studio', 'site']
    await (await import('../build.ts')).build({server, siteUrl, parts}, shell)
  },
})
