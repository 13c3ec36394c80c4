import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {defineConfig} from 'vitest/config'
import {z} from 'zod'

const root = process.env['CONTRACT_FOLDER']
if (!root) throw new Error('Set CONTRACT_FOLDER to the copy of the suite.')

/** The suite's own configuration reads its environment, and hands it to its tests. */
const suite = z.object({integrationProvide: z.record(z.string(), z.unknown())})
const suiteFile = pathToFileURL(join(root, 'vitest.integration.config.ts')).href
const {integrationProvide} = suite.parse(await import(suiteFile))

const replacements = new Map([
  ['@sanity/client', join(import.meta.dirname, 'lakeClient.ts')],
  ['@sanity/client/stega', join(import.meta.dirname, 'lakeStegaClient.ts')],
])

/** Runs the integration tests of `@sanity/client` against the lake. */
export default defineConfig({
  root,
  plugins: [
    {
      name: 'lake-client',
      enforce: 'pre',
      /** Only the tests get the replacement, which itself imports the published package. */
      resolveId: (source, importer) =>
        importer?.startsWith(root) ? replacements.get(source) : undefined,
    },
  ],
  test: {
    provide: Object(integrationProvide),
    include: ['test/**/*.integration.test.ts'],
    testTimeout: 60_000,
    reporters: ['default', 'json'],
    outputFile: {json: join(root, 'report.json')},
  },
})
