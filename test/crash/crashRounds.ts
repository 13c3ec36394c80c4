import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import {createLake} from '../../lake/index.ts'

export interface CrashReport {
  rounds: number
  /** The number of transactions that the lake acknowledged. */
  acknowledged: number
  /** The number of transactions that were stored, although the lake died before it acknowledged them. */
  unacknowledged: number
}

const script = new URL('./lakeProcess.ts', import.meta.url).pathname
const clients = 4

/**
 * Kills a lake while several clients write to it, and checks its file, in several rounds.
 *
 * Each round ends with SIGKILL at a random moment. Then the file must contain every acknowledged
 * transaction, and no transaction in part.
 *
 * @param random returns a number from 0 to 1, which sets the time of death in each round
 * @throws Error with the name of the first transaction that is lost or incomplete
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
    await waitForWrites(acknowledged)
    await new Promise((resolve) => setTimeout(resolve, random() * 60))
    await lake.kill()
    await Promise.all(writing)
    assertComplete(file, acknowledged)
  }
  return {
    rounds,
    acknowledged: acknowledged.size,
    unacknowledged: stored(file).size - acknowledged.size,
  }
}

/** Waits until a few more transactions are acknowledged. On a busy machine, the first takes a while. */
async function waitForWrites(acknowledged: ReadonlySet<string>) {
  const target = acknowledged.size + 3
  const deadline = performance.now() + 30_000
  while (acknowledged.size < target && performance.now() < deadline) {
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

/** Each transaction creates two documents and increments a counter, which all clients share. */
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
      if (!response.ok) throw new Error(`${pair} was rejected: ${await response.text()}`)
      await response.arrayBuffer()
      acknowledged.add(pair)
    } catch (error) {
      if (error instanceof Error && error.message.includes('was rejected')) throw error
      return
    }
  }
}

function assertComplete(file: string, acknowledged: ReadonlySet<string>) {
  const pairs = stored(file)
  for (const pair of acknowledged) {
    if (!pairs.has(pair)) throw new Error(`${pair} was acknowledged, but it is lost`)
  }
}

/** Returns the pairs in the file. Opening the file checks every page of it. */
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
      throw new Error(`${halves.left.size} transactions are stored, but the counter is ${count}`)
    }
    return halves.left
  } finally {
    lake.close()
  }
}
