import {existsSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {AstroIntegration} from 'astro'

import {linkPackageStyles} from './linkPackageStyles.ts'
import {optionalFonts} from './optionalFonts.ts'
import {ownStyles} from './ownStyles.ts'
import {siteAdapter} from './siteAdapter.ts'
import {siteRoutes} from './siteRoutes.ts'

/** Options of {@link touchpointsSite}. */
export interface TouchpointsSiteOptions {
  /**
   * Style sheets of the project, such as `./src/own.css`, relative to the folder of `astro.config.ts`. They
   * come after those of the site.
   */
  styles?: readonly string[]
}

/** Folder of this package. Its pages are sources, which Vite compiles together with those of the project. */
const ownFolder = resolve(import.meta.dirname, '..')
const isInstalled = ownFolder.includes('node_modules')
const overlays = '@touchpoints/site > @sanity/visual-editing/enable-visual-editing'
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
export function touchpointsSite({styles = []}: TouchpointsSiteOptions = {}): AstroIntegration {
  return {
    name: '@touchpoints/site',
    hooks: {
      'astro:config:setup': ({command, config, injectRoute, addMiddleware, updateConfig}) => {
        const pages = fileURLToPath(new URL('pages/', config.srcDir))
        const publicFolder = fileURLToPath(config.publicDir)
        for (const [pattern, file] of Object.entries(siteRoutes)) {
          if (existsSync(join(publicFolder, pattern)) && pattern !== '/') continue
          if (hasPage(pages, pattern)) continue
          injectRoute({pattern, entrypoint: source(`routes/${file}`), prerender: false})
        }
        addMiddleware({order: 'pre', entrypoint: source('http/middleware.ts')})
        const root = fileURLToPath(config.root)
        const adapter = siteAdapter()
        updateConfig({
          output: 'server',
          adapter,
          // Astro runs the hooks of an adapter only if the project names it.
          integrations: [adapter],
          trailingSlash: 'ignore',
          // The default removes line breaks between elements, and with them the space between two words.
          compressHTML: true,
          devToolbar: {enabled: false},
          server: {host: '127.0.0.1'},
          // The content security policy forbids inline styles and scripts.
          build: {inlineStylesheets: 'never'},
          vite: {
            // Below the working directory, where the site keeps its data. A package may be read-only.
            cacheDir: resolve('.touchpoints/vite-site'),
            build: {assetsInlineLimit: 0},
            // Node can load neither our sources below node_modules nor a style sheet.
            ssr: {noExternal: ['@touchpoints/site', /^@fontsource/]},
            // Vite looks for CommonJS in what a project imports, and not in what its packages do. React is.
            optimizeDeps: {include: isInstalled ? [overlays] : []},
            plugins: [
              linkPackageStyles(),
              optionalFonts(),
              ownStyles(styles.map((file) => resolve(root, file))),
              {
                name: 'define-development',
                // A DEV variable in the shell overrides `import.meta.env.DEV`.
                config: () => ({define: {__DEVELOPMENT__: JSON.stringify(command === 'dev')}}),
              },
            ],
          },
        })
      },
    },
  }
}

/** What a page of a project can be written in. */
const pageTypes = ['astro', 'md', 'mdx', 'html', 'ts', 'js'] as const

/** Whether a project has a page of its own at an address. */
function hasPage(folder: string, pattern: string): boolean {
  const name = pattern === '/' ? 'index' : pattern.slice(1)
  return pageTypes.some(
    (type) =>
      existsSync(join(folder, `${name}.${type}`)) ||
      existsSync(join(folder, name, `index.${type}`)),
  )
}
