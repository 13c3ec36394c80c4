import {createLake, serve} from '../../lake/index.ts'

// Runs a lake in its own process, so that it can be killed. Prints its port on the first line.
const [, , file = ''] = process.argv
const lake = createLake({file, projectId: 'crash', dataset: 'production'})
const server = await serve(lake, {port: 0})
console.log(server.port)
