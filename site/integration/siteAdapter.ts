import {join} from 'node:path'
import type {AstroIntegration} from 'astro'

import {compressFiles} from './compressFiles.ts'

/**
 * Builds the site with its own server: `entry.ts` becomes `dist/server/entry.mjs`.
 *
 * @astrojs/node's server renders each request and limits nothing: no connections, no time, and bodies of
 * 1 GB. Ours shares the modules of the pages, so that its cache follows the same live events.
 */
export function siteAdapter(): AstroIntegration {
  return {
    name: '@touchpoints/site/server',
    hooks: {
      'astro:config:done': ({setAdapter}) =>
        setAdapter({
          name: '@touchpoints/site/server',
          serverEntrypoint: join(import.meta.dirname, '../server/entry.ts'),
          entrypointResolution: 'auto',
          adapterFeatures: {buildOutput: 'server'},
          supportedAstroFeatures: {
            serverOutput: 'stable',
            staticOutput: 'stable',
            sharpImageService: 'stable',
          },
        }),
      'astro:build:done': ({dir}) => compressFiles(dir),
    },
  }
}
