import {createLake, serve} from '../../../lake/index.ts'

// Runs a lake in its own process, for tests that try to end it. Prints its port on the first line. The
// argument is JSON: options of `createLake`, and of `serve` in `serve`.
const [, , json = '{}'] = process.argv
const {serve: options, ...lakeOptions} = JSON.parse(json)
const lake = createLake({
  file: ':memory:',
  projectId: 'local',
  dataset: 'production',
  ...lakeOptions,
})
const server = await serve(lake, {port: 0, ...options})
console.log(server.port)
process.once('SIGTERM', () => {
  void server.close().then(() => {
    lake.close()
    console.log('closed')
  })
})
