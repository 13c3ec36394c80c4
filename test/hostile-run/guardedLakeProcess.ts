import {createLake, serve} from '../../lake/index.ts'
import {sampleContent} from '../support/siteServer.ts'

// A lake with tokens in its own process: <file> <port> <token of its editor>.
const [, , file = '', port = '', token = ''] = process.argv
const lake = createLake({
  file,
  projectId: 'touchpoints',
  dataset: 'production',
  tokens: [{token, role: 'write', name: 'Editor'}],
})
lake.import(sampleContent())
const server = await serve(lake, {port: Number(port)})
console.log('ready')
process.on('SIGTERM', () => {
  void server.close().then(() => {
    lake.close()
    process.exit()
  })
})
