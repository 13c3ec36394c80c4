import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {crashRounds} from '../crash/crashRounds.ts'

// `npm run test:crash` runs 200 rounds.
test('a lake that is killed while it writes keeps all acknowledged transactions and no incomplete ones', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lake-crash-'))
  try {
    const report = await crashRounds(join(folder, 'lake.db'), 4)
    // Proves that there were writes to lose.
    expect(report.acknowledged).toBeGreaterThan(5)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}, 60_000)
