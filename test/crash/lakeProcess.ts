import {createLake, serve} from '../../lake/index.ts'

// A lake as a process of its own, so that it can be killed. Tells its port on the first line.
const [, , file = ''] = process.argv
const lake = createLake({file, projectId: 'crash', dataset: 'production'})
const server = await serve(lake, {port: 0})
console.log(server.port)
