import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {judgeSuite} from './judgeSuite.ts'
import {repository} from './repository.ts'
import {runProgram} from './runProgram.ts'
import type {SuiteResult} from './suiteResult.ts'
import {temporaryFolder} from './temporaryFolder.ts'
import {versionOf} from './versionOf.ts'
import {readVitestReport} from './vitestReport.ts'

/** Runs `test/lake/contract`. */
export async function runOwnSuite(): Promise<SuiteResult> {
  using folder = temporaryFolder('own')
  const report = join(folder.path, 'report.json')
  await runProgram({
    args: [
      join(repository, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--project=unit',
      'test/lake/contract',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    folder: repository,
  })
  return judgeSuite(
    'Contract suite in test/lake/contract',
    versionOf(join(repository, 'lake')),
    readVitestReport(readFileSync(report, 'utf8'), repository),
    {
      notApplicable: [
        {
          name: 'test/lake/contract/contract.test.ts › the hosted Content Lake',
          reason: 'The same tests for a hosted dataset.',
        },
      ],
      knownFailures: [],
    },
  )
}
