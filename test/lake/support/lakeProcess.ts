import {createLake, serve} from '../../../lake/index.ts'

// Runs a lake in its own process. Prints its address on the first line. SIGTERM closes the lake, and the
// process then has nothing left to do.
const lake = createLake({
  file: ':memory:',
  projectId: 'local',
  dataset: 'production',
  limits: {queryMilliseconds: 600_000, imageMilliseconds: 600_000, outputPixels: 100_000_000},
})
const documents = Array.from({length: 3_000}, (_, n) => ({
  _id: `guest-${n}`,
  _type: 'guest',
  title: 'a'.repeat(60),
}))
lake.import([{file: 'guests', text: documents.map((one) => JSON.stringify(one)).join('\n')}])
const server = await serve(lake, {port: 0})
process.once('SIGTERM', () => {
  console.log('closing')
  void server.close().then(() => lake.close())
})
console.log(server.url)
