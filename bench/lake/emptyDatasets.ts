import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createLake, serve} from '../../lake/index.ts'

// Runs in a process of its own. Opens a lake with a number of empty datasets, queries each of them, and prints the
// milliseconds from the start of the process until the first answer, those of the processor until then, and the
// resident megabytes, as JSON.

const [, , count = '1'] = process.argv
const folder = mkdtempSync(join(tmpdir(), 'lake-datasets-'))
const names = Array.from({length: Number(count)}, (_, n) => ({
  projectId: 'bench',
  dataset: `dataset-${n}`,
}))
const [first] = names
if (!first) throw new Error('Use a number of datasets, at least 1')
const lake = createLake({folder, ...first, datasets: names})
const server = await serve(lake, {port: 0})
const query = async (dataset: string) => {
  await (await fetch(`http://127.0.0.1:${server.port}/v1/data/query/${dataset}?query=1`)).text()
}
await query(first.dataset)
const ready = performance.now()
const {user, system} = process.cpuUsage()
const processor = (user + system) / 1_000
for (const {dataset} of names) await query(dataset)
const megabytes = process.memoryUsage().rss / 1_000_000
console.log(JSON.stringify({ready, processor, megabytes}))
await server.close()
lake.close()
rmSync(folder, {recursive: true})
