import {defineConfig} from 'vitest/config'

import {startSuiteClock} from './test/support/clock/suiteClock.ts'

startSuiteClock(process.env)

const shared = {
  // Limits that stop a hanging test, not limits of speed: two busy cores slow a property test down tenfold.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: {poll: {timeout: 60_000}},
  // Node removes types by WebAssembly. In a process with several threads, V8 13.6 crashed in one of thirty runs when it
  // replaced the generic wrapper of an imported function (Runtime_TierUpWasmToJSWrapper).
  execArgv: ['--no-wasm-generic-wrapper'],
}
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
          ...shared,
          // Files share the modules of a worker. Loading zod, the schemas and the parsers for each of 140
          // files took five times as long as the tests.
          pool: 'forks',
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
      {test: {name: 'process', ...shared, include: ['test/**/*.process.test.ts']}},
      {test: {name: 'property', ...shared, include: ['test/property/**/*.test.ts']}},
      {test: {name: 'hostile', ...shared, include: ['test/calendar/hostile/**/*.test.ts']}},
      // Tests that plant a mistake in a copy of the sources and run a gate on it.
      {
        test: {
          name: 'planted',
          ...shared,
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
          ...shared,
          ...browserTimeouts,
        },
      },
      {
        test: {
          name: 'packaging',
          include: ['test/packaging/**/*.test.ts'],
          globalSetup: ['test/packaging/packPackages.ts'],
          ...shared,
          ...browserTimeouts,
          // Time to build, pack and install the packages.
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
