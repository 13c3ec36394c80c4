import {defineConfig} from 'vitest/config'

import {startSuiteClock} from './test/support/clock/suiteClock.ts'

startSuiteClock(process.env)

/** Bounds against hanging, not measures of speed: two busy cores slow a property test down tenfold. */
const patient = {testTimeout: 120_000, hookTimeout: 120_000, expect: {poll: {timeout: 60_000}}}
const browserPatience = {testTimeout: 240_000, hookTimeout: 240_000}

export default defineConfig({
  test: {
    // One more than the default on two cores: many files wait for servers, installs and timers.
    maxWorkers: 2,
    // The file is for whoever counts results without reading a terminal.
    reporters: process.env['CI'] ? ['default', 'json'] : ['default'],
    outputFile: {json: 'test-results/vitest.json'},
    coverage: {
      include: ['{calendar,cli,elements,importers,lake,loaders,schemas,studio}/**/*.{ts,tsx}'],
      exclude: ['**/dist/**'],
      reporter: ['text'],
    },
    projects: [
      {
        test: {
          name: 'unit',
          ...patient,
          // Files share a worker's modules: loading zod, the schemas and the parsers for each of 140
          // files took five times as long as the tests.
          pool: 'threads',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [
            'test/**/*.process.test.ts',
            'test/{browser,packaging,planted,property}/**',
            'test/calendar/hostile/**',
          ],
        },
      },
      // Tests that start processes, or load what takes seconds to load.
      {test: {name: 'process', ...patient, include: ['test/**/*.process.test.ts']}},
      {test: {name: 'property', ...patient, include: ['test/property/**/*.test.ts']}},
      {test: {name: 'hostile', ...patient, include: ['test/calendar/hostile/**/*.test.ts']}},
      // Tests that plant a mistake in a copy of the sources and run a gate over it.
      {test: {name: 'planted', ...patient, include: ['test/planted/**/*.test.ts']}},
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/globalSetup.ts'],
          // One Studio, one site and one Chromium are shared by all files: side by side they would
          // edit each other's documents, and two cores would be slower for it.
          fileParallelism: false,
          ...patient,
          ...browserPatience,
        },
      },
      {
        test: {
          name: 'packaging',
          include: ['test/packaging/**/*.test.ts'],
          globalSetup: ['test/packaging/packPackages.ts'],
          ...patient,
          ...browserPatience,
          // Building, packing and installing what the package needs.
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
