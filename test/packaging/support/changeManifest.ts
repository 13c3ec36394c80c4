import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

type Versions = Readonly<Record<string, string>>

/** Sets the versions of packages that a project already names. */
export async function changeManifest(folder: string, versions: Versions): Promise<void> {
  const path = join(folder, 'package.json')
  const manifest: Record<string, unknown> = JSON.parse(await readFile(path, 'utf8'))
  const change = (named: unknown) =>
    Object.fromEntries(
      Object.entries<unknown>(Object(named)).map(([name, version]) => [
        name,
        versions[name] ?? version,
      ]),
    )
  const {dependencies, devDependencies} = manifest
  const changed = {dependencies: change(dependencies), devDependencies: change(devDependencies)}
  await writeFile(path, JSON.stringify({...manifest, ...changed}))
}
