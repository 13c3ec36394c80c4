import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** A folder with nothing but a package.json, outside of this repository; removed at the end of its scope. */
export async function emptyProject(manifest: Readonly<Record<string, unknown>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'touchpoints-outside-'))
  const text = JSON.stringify({name: 'outside', private: true, type: 'module', ...manifest})
  await writeFile(join(folder, 'package.json'), text)
  return {folder, [Symbol.asyncDispose]: () => rm(folder, {recursive: true, force: true})}
}
