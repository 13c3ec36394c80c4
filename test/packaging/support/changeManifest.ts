import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

type Versions = Readonly<Record<string, string>>

/** Sets the versions of packages that a project already names. */
export async function changeManifest(folder: string, versions: Versions): Promise<void> {
  const change = (named: unknown) =>
    Object.fromEntries(
      Object.entries<unknown>(Object(named)).map(([name, version]) => [
        name,
        versions[name] ?? version,
      ]),
    )
  await rewrite(folder, ({dependencies, devDependencies}) => ({
    dependencies: change(dependencies),
    devDependencies: change(devDependencies),
  }))
}

/** Adds dependencies to a project. */
export async function addDependencies(folder: string, versions: Versions): Promise<void> {
  await rewrite(folder, ({dependencies}) => ({
    dependencies: {...Object(dependencies), ...versions},
  }))
}

async function rewrite(
  folder: string,
  change: (manifest: Readonly<Record<string, unknown>>) => object,
): Promise<void> {
  const path = join(folder, 'package.json')
  const manifest: Record<string, unknown> = JSON.parse(await readFile(path, 'utf8'))
  await writeFile(path, JSON.stringify({...manifest, ...change(manifest)}))
}
