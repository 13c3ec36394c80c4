/**
 * Builds every package into its `dist`, the folder that is packed and published.
 *
 * In the repository, a package's `exports` name TypeScript sources, so you build nothing while you work on
 * it. In `dist` the same manifest names the compiled JavaScript and types.
 */
import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {build} from 'esbuild'

import {builtFolder, packages} from './packages.ts'
import {bundleCreate} from './bundleCreate.ts'
import {publishedManifest} from './publishedManifest.ts'

const root = resolve(import.meta.dirname, '..')
const compiled = join(root, '.build')
/** Folders of templates, which the compiler leaves out. */
const templates = ['adapters/hugo/module', 'adapters/jekyll/includes']

rmSync(compiled, {recursive: true, force: true})
const compiler = resolve(root, 'node_modules/typescript/bin/tsc')
const run = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
})
if (run.status !== 0) process.exit(run.status ?? 1)

for (const name of packages) {
  const folder = join(root, name)
  const dist = join(root, builtFolder(name))
  rmSync(dist, {recursive: true, force: true})
  mkdirSync(dist)
  cpSync(join(compiled, name), dist, {recursive: true})
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  writeFileSync(
    join(dist, 'package.json'),
    `${JSON.stringify(publishedManifest(Object(manifest)), null, 2)}\n`,
  )
  cpSync(join(root, 'LICENSE'), join(dist, 'LICENSE'))
  cpSync(join(folder, 'README.md'), join(dist, 'README.md'))
}
rmSync(compiled, {recursive: true, force: true})

// Vite compiles the pages of the site together with those of a project. Node loads the integration itself, and
// strips no types below node_modules.
for (const name of ['assets', 'server', 'src'] as const) {
  cpSync(join(root, 'site', name), join(root, builtFolder('site'), name), {recursive: true})
}

for (const folder of templates) {
  cpSync(join(root, 'loaders', folder), join(root, 'loaders/dist', folder), {recursive: true})
}

await bundleCreate(join(root, 'create'))

const script = {bundle: true, minify: true, platform: 'browser', target: 'es2022'} as const
await build({
  ...script,
  entryPoints: [join(root, 'elements/index.ts')],
  outfile: join(root, 'elements/dist/bundle.js'),
  format: 'esm',
})
await build({
  ...script,
  entryPoints: [join(root, 'elements/embed.ts')],
  outfile: join(root, 'elements/dist/embed.js'),
  format: 'iife',
})
