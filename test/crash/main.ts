import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {crashRounds} from './crashRounds.ts'

// `npm run test:crash [rounds]`
const rounds = Number(process.argv[2] ?? 200)
const folder = mkdtempSync(join(tmpdir(), 'lake-crash-'))
try {
  const started = performance.now()
  const report = await crashRounds(join(folder, 'lake.db'), rounds)
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(
    `${report.rounds} lakes killed in ${seconds} s: ${report.acknowledged} acknowledged transactions, all there; ` +
      `${report.unacknowledged} more were stored before their answer could be sent; none was torn.`,
  )
} finally {
  rmSync(folder, {recursive: true, force: true})
}
