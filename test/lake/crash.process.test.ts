import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {crashRounds} from '../crash/crashRounds.ts'

// `npm run test:crash` does 200 rounds.
test('a lake that is killed while it writes loses nothing it acknowledged and tears nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lake-crash-'))
  try {
    const report = await crashRounds(join(folder, 'lake.db'), 4)
    // The proof that there was something to lose.
    expect(report.acknowledged).toBeGreaterThan(5)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}, 60_000)
