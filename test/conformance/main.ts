/**
 * `npm run conformance -- [DIR]`: compares the parser's occurrences with expected ones.
 *
 * It runs under three host time zones, because a result must not depend on the host.
 *
 * DIR contains pairs of `NAME.ics` and `NAME.expected.json` (test/conformance/README.md).
 */
import {spawnSync} from 'node:child_process'
import {resolve} from 'node:path'
import {ownCases, ownFeedCases, sharedFolder} from './caseFolders.ts'
import {runCases} from './runCases.ts'

const hostZones = ['UTC', 'America/Los_Angeles', 'Asia/Kolkata'] as const
const child = 'CONFORMANCE_CHILD'

if (process.env[child] === undefined) startInEachZone()
else runHere(process.argv[2] ?? '.')

function startInEachZone(): void {
  const folders = process.argv[2] === undefined ? defaultFolders() : [resolve(process.argv[2])]
  for (const folder of folders) {
    console.log(folder)
    for (const zone of hostZones) {
      const run = spawnSync(process.execPath, [import.meta.filename, folder], {
        env: {...process.env, TZ: zone, [child]: '1'},
        stdio: 'inherit',
      })
      if (run.status !== 0) process.exitCode = 1
    }
  }
}

function defaultFolders(): string[] {
  const shared = ['calendar-cases/cases', 'feed-cases/cases'].map((name) =>
    sharedFolder(process.env, name),
  )
  return [ownCases, ownFeedCases, ...shared.filter((folder) => folder !== undefined)]
}

function runHere(folder: string): void {
  const results = runCases(folder)
  const failed = results.filter(({differences}) => differences.length > 0)
  for (const {name, differences} of failed) {
    console.log(`  ${name}`)
    for (const difference of differences.slice(0, 6)) console.log(`    ${difference}`)
    if (differences.length > 6) console.log(`    … and ${differences.length - 6} more`)
  }
  const zone = `TZ=${process.env['TZ'] ?? ''}`.padEnd(24)
  console.log(`${zone}${results.length - failed.length} of ${results.length} passed`)
  if (failed.length > 0 || results.length === 0) process.exitCode = 1
}
