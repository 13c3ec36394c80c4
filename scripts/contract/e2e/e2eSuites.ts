import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {major} from 'semver'
import {findChromium} from '../../../test/browser/support/findChromium.ts'
import {judgeSuite} from '../judgeSuite.ts'
import {e2eKnowledge} from '../knowledge.ts'
import {readPlaywrightReport} from '../playwrightReport.ts'
import {repository} from '../repository.ts'
import {runProgram} from '../runProgram.ts'
import {startLake, suiteToken} from '../startLake.ts'
import type {SuiteResult} from '../suiteResult.ts'
import {temporaryFolder} from '../temporaryFolder.ts'
import {versionOf} from '../versionOf.ts'
import {copyRevision} from './copyRevision.ts'
import {playwrightConfig} from './playwrightConfig.ts'
import {prepareStudio} from './prepareStudio.ts'
import {serveStudio} from './serveStudio.ts'
import {ofMajor, type StudioVersion, studioVersions, tagsOf} from './studioVersions.ts'

const name = {projectId: 'e2e', dataset: 'e2e'}

/**
 * Returns the Studios to run the e2e specs of a checkout of Sanity's monorepo for.
 *
 * @param only the major version of the only one to return
 * @throws Error if no Studio has this major version
 */
export function e2eStudios(checkout: string, only: number | undefined): StudioVersion[] {
  const installed = versionOf(join(repository, 'node_modules/sanity'))
  return ofMajor(studioVersions(installed, tagsOf(checkout)), only)
}

/** Runs the e2e specs of a checkout against the lake, for one Studio. */
export async function runE2eSuite(
  checkout: string,
  {version, revision}: StudioVersion,
  specs: string | undefined,
): Promise<SuiteResult> {
  const chromium = findChromium(process.env)
  if (!chromium) throw new Error('Install chromium, or set CHROMIUM to its path.')
  using folder = temporaryFolder('e2e')
  copyRevision(checkout, revision, folder.path)
  const specsVersion = versionOf(join(folder.path, 'dev/studio-e2e-testing'))
  await using lake = await startLake(name)
  const env = {
    CI: '1',
    NODE_OPTIONS: `--import=${join(import.meta.dirname, 'localhostNames.ts')}`,
    SANITY_E2E_PROJECT_ID: name.projectId,
    SANITY_E2E_DATASET: name.dataset,
    SANITY_E2E_DATASET_CHROMIUM: name.dataset,
    SANITY_E2E_DATASET_FIREFOX: name.dataset,
    SANITY_E2E_SESSION_TOKEN: suiteToken,
  }
  const dist = await prepareStudio(folder.path, version, lake.url, env)
  await using studio = await serveStudio(dist)
  writeFileSync(join(folder.path, 'playwright.config.ts'), playwrightConfig(chromium))
  // The exit code is 1 when a test fails. The report says which.
  await runProgram({
    args: [
      join(folder.path, 'node_modules/@playwright/test/cli.js'),
      'test',
      '--config=playwright.config.ts',
      ...(specs === undefined ? [] : [specs]),
    ],
    folder: folder.path,
    env: {...env, SANITY_E2E_BASE_URL: studio.url},
  })
  return judgeSuite(
    `Sanity's e2e specs, Studio ${major(version)}`,
    `sanity ${version}, specs of ${specsVersion}`,
    readPlaywrightReport(readFileSync(join(folder.path, 'report.json'), 'utf8')),
    specs === undefined ? e2eKnowledge(major(version)) : {notApplicable: [], knownFailures: []},
  )
}
