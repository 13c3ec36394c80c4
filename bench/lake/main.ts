import {createClient, type SanityClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {evaluate, parse} from 'groq-js'
import {execFile} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {createLake, serve} from '../../lake/index.ts'
import {corpus, params, queries} from './corpus.ts'

/**
 * Compares the lake over HTTP with bare groq-js over an array in memory, and shows how both grow with the
 * dataset. Prints the goals next to the results.
 */
const sizes = [1_000, 10_000, 100_000]
const folder = mkdtempSync(join(tmpdir(), 'lake-bench-'))
const measured = new Map<string, number>()

try {
  await manyDatasets()
  for (const size of sizes) await measure(size)
  const growth = (measured.get('page 100000') ?? 0) / (measured.get('page 1000') ?? 1)
  console.log(`\npage query, 100,000 against 1,000 documents: ${growth.toFixed(2)} x   (goal: 2 x)`)
} finally {
  rmSync(folder, {recursive: true, force: true})
}

/**
 * Measures processes: the time until the first answer, and what further datasets add to the memory. An empty
 * process, which starts and ends in the same round, shows how busy the machine is.
 */
async function manyDatasets() {
  const script = new URL('emptyDatasets.ts', import.meta.url).pathname
  const run = promisify(execFile)
  const bare: number[] = []
  for (const count of [1, 10, 50]) {
    const started = performance.now()
    await run(process.execPath, ['--eval', '0'])
    bare.push(performance.now() - started)
    const {stdout} = await run(process.execPath, [script, String(count)])
    const {ready, processor, megabytes} = JSON.parse(stdout)
    const empty = bare.at(-1) ?? ready
    console.log(
      `${String(count).padStart(3)} empty datasets: first answer after ${ms(ready)}, ${(ready / empty).toFixed(1)} x an empty process, ${ms(processor)} of the processor   ${megabytes.toFixed(0)} MB ${count === 1 ? '(goal: < 1,000 ms)' : ''}`,
    )
  }
}

async function measure(size: number) {
  const documents = corpus(size)
  const file = join(folder, `${size}.db`)
  const options = {file, projectId: 'bench', dataset: 'production'}
  const seeding = createLake(options)
  seeding.import([{file: 'corpus', text: documents.map((one) => JSON.stringify(one)).join('\n')}])
  seeding.close()

  const started = performance.now()
  const lake = createLake(options)
  const server = await serve(lake, {port: 0})
  const client = createClient({
    projectId: 'bench',
    dataset: 'production',
    apiHost: server.url,
    useProjectHostname: false,
    useCdn: false,
    apiVersion,
    perspective: 'published',
  })
  await client.fetch(queries.byId)
  console.log(
    `\n${size.toLocaleString('en')} documents, ready after ${ms(performance.now() - started)}`,
  )

  const all = lake.documents()
  for (const [name, query] of Object.entries(queries)) {
    const tree = parse(query)
    const queryLake = () => client.fetch(query, params)
    const queryBare = async () => (await evaluate(tree, {dataset: all, params})).get()
    // For the page, bare groq-js scans all documents for each guest: 16 s with 10,000 documents.
    const contenders =
      name === 'page' && size > 1_000 ? ([queryLake] as const) : ([queryLake, queryBare] as const)
    const rounds = name === 'page' ? 25 : Math.max(300_000 / size, 7)
    const [inLake = 0, bare] = await medians(rounds, contenders)
    measured.set(`${name} ${size}`, inLake)
    const goal = {scan: '(goal: 1.2 x)', byId: '(goal: < 2 ms)'}[name] ?? ''
    const against =
      bare === undefined ? '' : `groq-js ${ms(bare).padStart(10)}   ${(inLake / bare).toFixed(2)} x`
    console.log(`  ${name.padEnd(6)} lake ${ms(inLake).padStart(10)}   ${against} ${goal}`)
  }
  await mutations(client)
  await listeners(client)
  await server.close()
  lake.close()
}

async function mutations(client: SanityClient) {
  let n = 0
  const single = await median(200, () =>
    client
      .patch('touchpoint-1')
      .set({title: `T ${n++}`})
      .commit(),
  )
  console.log(`  200 single mutations: ${ms(single)} each`)
}

/** Measures the time from a mutation until the last listener has received its event. */
async function listeners(client: SanityClient) {
  for (const count of [1, 100]) {
    let received = 0
    let onAllReceived = () => {}
    const welcomed: Promise<void>[] = []
    const subscriptions = Array.from({length: count}, () => {
      let welcome = () => {}
      welcomed.push(new Promise((resolve) => (welcome = resolve)))
      return client
        .listen('*[_type == "touchpoint"]', {}, {events: ['welcome', 'mutation']})
        .subscribe((event) => {
          if (event.type === 'welcome') welcome()
          if (event.type === 'mutation' && ++received === count) onAllReceived()
        })
    })
    await Promise.all(welcomed)
    let n = 0
    const latency = await median(20, async () => {
      received = 0
      const allReceived = new Promise<void>((resolve) => (onAllReceived = resolve))
      await Promise.all([
        client
          .patch('touchpoint-2')
          .set({title: `L ${n++}`})
          .commit(),
        allReceived,
      ])
    })
    const goal = count === 1 ? '(goal: 20 ms)' : ''
    console.log(`  mutation to ${count} listener${count > 1 ? 's' : ''}: ${ms(latency)} ${goal}`)
    for (const subscription of subscriptions) subscription.unsubscribe()
  }
}

async function median(rounds: number, run: () => Promise<unknown>): Promise<number> {
  const [time = 0] = await medians(rounds, [run])
  return time
}

/** Runs the contenders in turns, so that other load on the machine affects all of them equally. */
async function medians(
  rounds: number,
  contenders: readonly (() => Promise<unknown>)[],
): Promise<number[]> {
  const times = contenders.map((): number[] => [])
  for (const run of contenders) await run()
  for (let round = 0; round < rounds; round++) {
    for (const [index, run] of contenders.entries()) {
      const started = performance.now()
      await run()
      times[index]?.push(performance.now() - started)
    }
  }
  return times.map((all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0)
}

function ms(time: number): string {
  return `${time.toFixed(time < 10 ? 2 : 0)} ms`
}
