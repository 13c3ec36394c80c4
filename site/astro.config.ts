import node from '@astrojs/node'
import {defineConfig} from 'astro/config'

/**
 * Rendered on each request: what is next, past and on now depends on when the page is asked for.
 *
 * `root` and the paths below are this folder, wherever the command is started from.
 */
export default defineConfig({
  root: import.meta.dirname,
  outDir: './dist',
  output: 'server',
  adapter: node({mode: 'standalone'}),
  trailingSlash: 'ignore',
  devToolbar: {enabled: false},
  server: {host: '127.0.0.1', port: 4321},
  // The content security policy lets no style and no script stand in a page: none may be put there.
  build: {inlineStylesheets: 'never'},
  // Own code is TypeScript that Node reads as it is; only what the pages import goes through Vite.
  vite: {
    cacheDir: '../.touchpoints/vite-site',
    build: {assetsInlineLimit: 0},
    plugins: [
      {
        name: 'development-or-not',
        // `import.meta.env.DEV` is what a variable DEV of the shell says, when there is one.
        config: (_, {command}) => ({
          define: {__DEVELOPMENT__: JSON.stringify(command === 'serve')},
        }),
      },
    ],
  },
})
