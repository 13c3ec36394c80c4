import {existsSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {AstroIntegration} from 'astro'

import {readEnvironment} from '../src/environment.ts'
import {writeHostFiles} from './hostFiles.ts'
import {ownPages} from './ownPages.ts'
import {siteAdapter} from './siteAdapter.ts'
import {basePath, type Output} from './siteOutput.ts'
import {serverRoutes, siteRoutes, staticRoutes} from './siteRoutes.ts'
import {viteConfig} from './viteConfig.ts'
import {writeImages} from './writeImages.ts'

/** Options of {@link touchpointsSite}. */
export interface TouchpointsSiteOptions {
  /**
   * What `astro build` makes: `server`, a server that renders each page when it changed, or `static`, a file for
   * each page, for any web server. Defaults to `TOUCHPOINTS_OUTPUT`, and without it to `server`.
   */
  output?: Output
  /**
   * Style sheets of the project, such as `./src/own.css`, relative to the folder of `astro.config.ts`. They
   * come after those of the site.
   */
  styles?: readonly string[]
}

/** Folder of this package. Its pages are sources, which Vite compiles together with those of the project. */
const ownFolder = resolve(import.meta.dirname, '..')
const source = (file: string) => join(ownFolder, 'src', file)

/**
 * Makes an Astro project the site of a community: its pages, feeds, search and images. A page of the project in
 * `src/pages` wins over one of the site at the same address.
 *
 * Content comes from the Content Lake that the environment names, see docs/operations.md.
 *
 * @example
 * // site/astro.config.ts
 * import {touchpointsSite} from '@touchpoints/site'
 * import {defineConfig} from 'astro/config'
 *
 * export default defineConfig({integrations: [touchpointsSite()]})
 */
export function touchpointsSite(options: TouchpointsSiteOptions = {}): AstroIntegration {
  const {styles = []} = options
  const environment = readEnvironment()
  let output: Output = 'server'
  return {
    name: '@touchpoints/site',
    hooks: {
      'astro:config:setup': ({command, config, injectRoute, addMiddleware, updateConfig}) => {
        // The development server renders each page, with previews and live changes.
        output = command === 'build' ? (options.output ?? environment.output) : 'server'
        const base = config.base === '/' ? basePath(output, environment) : withSlashes(config.base)
        const isStatic = output === 'static'
        const own = ownPages(config)
        const routes = {...siteRoutes, ...(isStatic ? staticRoutes : serverRoutes)}
        for (const [pattern, file] of Object.entries(routes)) {
          if (own(pattern)) continue
          injectRoute({pattern, entrypoint: source(`routes/${file}`), prerender: isStatic})
        }
        addMiddleware({order: 'pre', entrypoint: source('http/middleware.ts')})
        const adapter = siteAdapter()
        const root = fileURLToPath(config.root)
        updateConfig({
          output,
          base,
          // Astro runs the hooks of an adapter only if the project names it.
          ...(!isStatic && {adapter, integrations: [adapter]}),
          trailingSlash: 'ignore',
          // The default removes line breaks between elements, and with them the space between two words.
          compressHTML: true,
          devToolbar: {enabled: false},
          ...(config.server.host === false && {server: {host: '127.0.0.1'}}),
          // The content security policy forbids inline styles and scripts.
          build: {inlineStylesheets: 'never'},
          vite: viteConfig({
            isDevelopment: command === 'dev',
            isStatic,
            base,
            isInstalled: existsSync(join(ownFolder, 'integration/index.js')),
            styles: styles.map((file) => resolve(root, file)),
          }),
        })
      },
      'astro:build:done': async ({dir, logger}) => {
        if (output !== 'static') return
        const folder = fileURLToPath(dir)
        const {apiHost, siteUrl} = environment
        if (apiHost) logger.info(`${await writeImages(folder, apiHost)} images written`)
        await writeHostFiles(folder)
        // `touchpoints build` has said so before the build.
        const isAlone = process.env['TOUCHPOINTS_STARTED'] === undefined
        if (isAlone && new URL(siteUrl).hostname === 'localhost') {
          logger.warn(
            `Links of feeds and search engines lead to ${siteUrl}. Set SITE_URL to the public address and build again.`,
          )
        }
      },
    },
  }
}

function withSlashes(path: string): string {
  return `/${path}/`.replaceAll(/\/{2,}/g, '/')
}
