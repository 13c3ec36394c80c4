/**
 * Writes a list of everything that the published packages install (CycloneDX JSON, an SBOM) to standard
 * output or to a file: `npm run sbom -- [FILE]`. Reads the lock file only, so it needs no network.
 */
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'

import {publishedSbom} from './publishedSbom.ts'

const text = `${JSON.stringify(await publishedSbom(), null, 2)}\n`
const [file] = process.argv.slice(2)
if (file === undefined) process.stdout.write(text)
else {
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, text)
}
