import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** Makes a folder outside of the repository. Removes it at the end of its scope. */
export function temporaryFolder(suite: string): Disposable & {path: string} {
  const path = mkdtempSync(join(tmpdir(), `touchpoints-contract-${suite}-`))
  return {path, [Symbol.dispose]: () => rmSync(path, {recursive: true, force: true})}
}
