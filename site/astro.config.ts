import {defineConfig} from 'astro/config'

import {linkPackageStyles} from './server/linkPackageStyles.ts'
import {optionalFonts} from './server/optionalFonts.ts'
import {siteAdapter} from './server/siteAdapter.ts'

/**
 * Renders each page on request, because the next, live and past events depend on the time of the
 * request.
 *
 * `root` and the paths below are relative to this folder, not to the working directory.
 */
export default defineConfig({
  root: import.meta.dirname,
  outDir: './dist',
  output: 'server',
  adapter: siteAdapter(),
  trailingSlash: 'ignore',
  // The default removes line breaks between elements, and with them the space between two words.
  compressHTML: true,
  devToolbar: {enabled: false},
  server: {host: '127.0.0.1', port: 4321},
  // The content security policy forbids inline styles and scripts.
  build: {inlineStylesheets: 'never'},
  // Node runs our TypeScript directly. Only the imports of pages go through Vite.
  vite: {
    cacheDir: '../.touchpoints/vite-site',
    build: {assetsInlineLimit: 0},
    plugins: [
      linkPackageStyles(),
      optionalFonts(),
      {
        name: 'define-development',
        // A DEV variable in the shell overrides `import.meta.env.DEV`.
        config: (_, {command}) => ({
          define: {__DEVELOPMENT__: JSON.stringify(command === 'serve')},
        }),
      },
    ],
  },
})
