import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import {createLake} from '../../lake/index.ts'

export interface CrashReport {
  rounds: number
  /** Transactions that a client was told are stored. */
  acknowledged: number
  /** Transactions that were stored, though the lake died before it could say so. */
  unacknowledged: number
}

const script = new URL('./lakeProcess.ts', import.meta.url).pathname
const clients = 4

/**
 * Starts a lake, writes to it from several clients at once, kills it with SIGKILL at a random moment,
 * opens the file and looks: every acknowledged transaction is there, and no half of any.
 *
 * @param random from 0 to 1; decides when each round's lake dies
 * @throws Error that names the first transaction which was lost or torn
 */
export async function crashRounds(
  file: string,
  rounds: number,
  random: () => number = Math.random,
): Promise<CrashReport> {
  const acknowledged = new Set<string>()
  for (let round = 0; round < rounds; round++) {
    const lake = await startLake(file)
    const writing = Array.from({length: clients}, (_, client) =>
      writeUntilDead(lake.port, `r${round}-c${client}`, acknowledged),
    )
    await writesFrom(acknowledged)
    await new Promise((resolve) => setTimeout(resolve, random() * 60))
    await lake.kill()
    await Promise.all(writing)
    assertWhole(file, acknowledged)
  }
  return {
    rounds,
    acknowledged: acknowledged.size,
    unacknowledged: stored(file).size - acknowledged.size,
  }
}

/** Until a few more are acknowledged: on a busy machine a lake takes its time before the first. */
async function writesFrom(acknowledged: ReadonlySet<string>) {
  const enough = acknowledged.size + 3
  const deadline = performance.now() + 30_000
  while (acknowledged.size < enough && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

async function startLake(file: string) {
  const child = spawn(process.execPath, [script, file], {stdio: ['ignore', 'pipe', 'inherit']})
  const [line] = await once(createInterface(child.stdout), 'line')
  return {
    port: Number(line),
    async kill() {
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
  }
}

/** Each transaction makes a pair of documents and counts on a third, which all clients share. */
async function writeUntilDead(port: number, name: string, acknowledged: Set<string>) {
  for (let n = 0; ; n++) {
    const pair = `${name}-n${n}`
    const mutations = [
      {create: {_id: `${pair}-left`, _type: 'left', pair}},
      {create: {_id: `${pair}-right`, _type: 'right', pair, filler: 'x'.repeat(n % 3000)}},
      {createIfNotExists: {_id: 'counter', _type: 'counter', count: 0}},
      {patch: {id: 'counter', inc: {count: 1}}},
    ]
    try {
      const response = await fetch(`http://127.0.0.1:${port}/v1/data/mutate/production`, {
        method: 'POST',
        body: JSON.stringify({mutations}),
      })
      if (!response.ok) throw new Error(`${pair} was refused: ${await response.text()}`)
      await response.arrayBuffer()
      acknowledged.add(pair)
    } catch (error) {
      if (error instanceof Error && error.message.includes('was refused')) throw error
      return
    }
  }
}

function assertWhole(file: string, acknowledged: ReadonlySet<string>) {
  const pairs = stored(file)
  for (const pair of acknowledged) {
    if (!pairs.has(pair)) throw new Error(`${pair} was acknowledged and is lost`)
  }
}

/** The pairs in the file. Opening checks every page of it. */
function stored(file: string): Set<string> {
  const lake = createLake({file, projectId: 'crash', dataset: 'production'})
  try {
    const halves = {left: new Set<string>(), right: new Set<string>()}
    let count = 0
    for (const document of lake.documents()) {
      if (document._type === 'counter') count = Number(document.count)
      else if (document._type === 'left') halves.left.add(String(document.pair))
      else halves.right.add(String(document.pair))
    }
    for (const pair of halves.left.symmetricDifference(halves.right)) {
      throw new Error(`Only half of the transaction ${pair} is stored`)
    }
    if (count !== halves.left.size) {
      throw new Error(`${halves.left.size} transactions are stored and ${count} counted`)
    }
    return halves.left
  } finally {
    lake.close()
  }
}
