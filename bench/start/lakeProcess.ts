/** Serves a lake with the sample content, like `touchpoints dev`. Arguments: folder, port. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import {createLake, serve} from '../../lake/index.ts'

const [folder = '', port = ''] = process.argv.slice(2)
const lake = createLake({
  file: join(folder, 'lake.db'),
  projectId: 'touchpoints',
  dataset: 'production',
})
if (lake.count() === 0) {
  const content = 'content/todo'
  const names = readdirSync(content).filter((name) => name.endsWith('.ndjson'))
  lake.import(names.map((name) => ({file: name, text: readFileSync(join(content, name), 'utf8')})))
}
await serve(lake, {port: Number(port)})
