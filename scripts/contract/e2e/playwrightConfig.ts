/**
 * Returns the source of a configuration that runs the suite's own one in the Chromium of this machine.
 *
 * The time limits are four times as long, because a machine that builds, serves and runs everything is slower than
 * Sanity's. Pages reach only this machine.
 */
export function playwrightConfig(chromium: string): string {
  const args = [
    '--no-sandbox',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost',
  ]
  return `import suite from './e2e/playwright.config.ts'

const chromium = suite.projects.find(({name}) => name === 'chromium')
if (!chromium) throw new Error('The suite no longer has a project "chromium".')
const launch = chromium.use.launchOptions ?? {}

export default {
  ...suite,
  testDir: './e2e/tests',
  globalSetup: undefined,
  webServer: undefined,
  outputDir: './results',
  timeout: 4 * suite.timeout,
  expect: {timeout: 4 * suite.expect.timeout},
  workers: 2,
  reporter: [['list'], ['json', {outputFile: 'report.json'}]],
  use: {...suite.use, actionTimeout: 4 * suite.use.actionTimeout, trace: 'off', video: 'off'},
  projects: [
    {
      ...chromium,
      use: {
        ...chromium.use,
        launchOptions: {
          ...launch,
          executablePath: ${JSON.stringify(chromium)},
          args: [...(launch.args ?? []), ...${JSON.stringify(args)}],
        },
      },
    },
  ],
}
`
}
