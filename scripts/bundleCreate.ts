import {cp, readdir, rm} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {build} from 'esbuild'

/**
 * Bundles what `create-touchpoints` imports of our packages into its `dist`, and copies the template. `npm create`
 * downloads it for one command: with our packages as dependencies it would be 20 MB, bundled it is some 200 kB.
 *
 * @param folder - the package's folder, with the compiled files in `dist`
 */
export async function bundleCreate(folder: string): Promise<void> {
  const dist = join(folder, 'dist')
  const {metafile} = await build({
    entryPoints: ['flags.ts', 'index.ts', 'main.ts'].map((name) => join(folder, name)),
    outdir: dist,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['@clack/prompts'],
    allowOverwrite: true,
    metafile: true,
  })
  const outputs = new Set(Object.keys(metafile.outputs).map((path) => basename(path)))
  const compiled = (await readdir(dist)).filter((name) => name.endsWith('.js'))
  for (const name of compiled) if (!outputs.has(name)) await rm(join(dist, name))
  await cp(join(folder, 'template'), join(dist, 'template'), {recursive: true})
}
