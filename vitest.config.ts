import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    // The file is for whoever counts results without reading a terminal.
    reporters: process.env['CI'] ? ['default', 'json'] : ['default'],
    outputFile: {json: 'test-results/vitest.json'},
    projects: [
      {
        test: {
          name: 'unit',
          // A bound against hanging, not a measure of speed: two busy cores slow a property test down tenfold.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: {poll: {timeout: 60_000}},
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/packaging/**', 'test/crash/**'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/globalSetup.ts'],
          // One Studio, one site and one Chromium are shared by all files: side by side they would
          // edit each other's documents, and two cores would be slower for it.
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // The default of one second is a measure of a machine with nothing else to do.
          expect: {poll: {timeout: 60_000}},
        },
      },
      {
        test: {
          name: 'packaging',
          include: ['test/packaging/**/*.test.ts'],
          globalSetup: ['test/packaging/packPackages.ts'],
          testTimeout: 240_000,
          // Building, packing and installing what the package needs.
          hookTimeout: 600_000,
          expect: {poll: {timeout: 60_000}},
        },
      },
    ],
  },
})
