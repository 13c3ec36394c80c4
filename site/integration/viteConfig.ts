import {resolve} from 'node:path'
import type {ViteUserConfig} from 'astro'

import {linkPackageStyles} from './linkPackageStyles.ts'
import {optionalFonts} from './optionalFonts.ts'
import {ownStyles} from './ownStyles.ts'

/** Has React, which is CommonJS. */
const overlays = '@touchpoints/site > @sanity/visual-editing/enable-visual-editing'

/** What the configuration of Vite depends on. */
export interface ViteOptions {
  isDevelopment: boolean
  isStatic: boolean
  /** Path below which the site is. */
  base: string
  /** Whether the package is in `node_modules`, and not in its repository. */
  isInstalled: boolean
  /** Absolute paths of the style sheets of the project. */
  styles: readonly string[]
}

/** Returns the configuration of Vite for the pages of the site. */
export function viteConfig(options: ViteOptions): ViteUserConfig {
  const {isDevelopment, isStatic, base, isInstalled, styles} = options
  return {
    // Below the working directory, where the site keeps its data. A package may be read-only.
    cacheDir: resolve('.touchpoints/vite-site'),
    build: {assetsInlineLimit: 0},
    // Node can load neither our sources below node_modules nor a style sheet.
    ssr: {noExternal: ['@touchpoints/site', /^@fontsource/]},
    // Vite looks for CommonJS in what a project imports, and not in what its packages do.
    optimizeDeps: {include: isInstalled ? [overlays] : []},
    plugins: [
      linkPackageStyles(),
      optionalFonts(),
      ownStyles(styles),
      {
        name: 'touchpoints-define',
        // A DEV variable in the shell overrides `import.meta.env.DEV`.
        config: () => ({
          define: {
            __DEVELOPMENT__: JSON.stringify(isDevelopment),
            __STATIC__: JSON.stringify(isStatic),
            __BASE__: JSON.stringify(base),
          },
        }),
      },
    ],
  }
}
