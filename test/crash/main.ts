import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {crashRounds} from './crashRounds.ts'

// `npm run test:crash [rounds]`. Starts a new file every 20 rounds, because each check reads all of it.
const rounds = Number(process.argv[2] ?? 200)
const roundsPerFile = 20
const folder = mkdtempSync(join(tmpdir(), 'lake-crash-'))
const total = {killed: 0, acknowledged: 0, unacknowledged: 0}
try {
  while (total.killed < rounds) {
    const file = join(folder, `${total.killed}.db`)
    const report = await crashRounds(file, Math.min(roundsPerFile, rounds - total.killed))
    total.killed += report.rounds
    total.acknowledged += report.acknowledged
    total.unacknowledged += report.unacknowledged
    console.log(
      `${total.killed} lakes killed. All ${total.acknowledged} acknowledged transactions are stored. ` +
        `${total.unacknowledged} more were stored before their response was sent. None is incomplete.`,
    )
  }
} finally {
  rmSync(folder, {recursive: true, force: true})
}
