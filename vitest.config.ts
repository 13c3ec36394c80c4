import {defineConfig} from 'vitest/config'

import {startSuiteClock} from './test/support/clock/suiteClock.ts'

startSuiteClock(process.env)

/** Limits that stop a hanging test, not limits of speed: two busy cores slow a property test down tenfold. */
const longTimeouts = {testTimeout: 120_000, hookTimeout: 120_000, expect: {poll: {timeout: 60_000}}}
const browserTimeouts = {testTimeout: 240_000, hookTimeout: 240_000}

export default defineConfig({
  test: {
    // One more than the default on two cores: many files wait for servers, installs and timers.
    maxWorkers: 2,
    // CI counts the results from this file.
    reporters: process.env['CI'] ? ['default', 'json'] : ['default'],
    outputFile: {json: 'test-results/vitest.json'},
    coverage: {
      include: [
        '{calendar,cli,elements,importers,lake,loaders,schemas,studio,words}/**/*.{ts,tsx}',
      ],
      exclude: ['**/dist/**'],
      reporter: ['text'],
    },
    projects: [
      {
        test: {
          name: 'unit',
          ...longTimeouts,
          // Files share the modules of a worker. Loading zod, the schemas and the parsers for each of 140
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
      // Tests that start processes or take seconds to load their modules.
      {test: {name: 'process', ...longTimeouts, include: ['test/**/*.process.test.ts']}},
      {test: {name: 'property', ...longTimeouts, include: ['test/property/**/*.test.ts']}},
      {test: {name: 'hostile', ...longTimeouts, include: ['test/calendar/hostile/**/*.test.ts']}},
      // Tests that plant a mistake in a copy of the sources and run a gate on it.
      {
        test: {
          name: 'planted',
          ...longTimeouts,
          ...browserTimeouts,
          include: ['test/planted/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/globalSetup.ts'],
          // All files share one Studio, one site and one Chromium. In parallel they would edit each
          // other's documents, and two cores would not be faster.
          fileParallelism: false,
          ...longTimeouts,
          ...browserTimeouts,
        },
      },
      {
        test: {
          name: 'packaging',
          include: ['test/packaging/**/*.test.ts'],
          globalSetup: ['test/packaging/packPackages.ts'],
          ...longTimeouts,
          ...browserTimeouts,
          // Time to build, pack and install the packages.
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
