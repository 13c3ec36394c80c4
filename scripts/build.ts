/**
 * Makes `dist`: JavaScript and types by plain tsc, the Hugo theme as it is, and the custom elements
 * as one file for pages that have no bundler.
 */
import {spawnSync} from 'node:child_process'
import {cpSync, rmSync} from 'node:fs'
import {resolve} from 'node:path'
import {build} from 'esbuild'

const root = resolve(import.meta.dirname, '..')
const hugoModule = 'loaders/adapters/hugo/module'

rmSync(resolve(root, 'dist'), {recursive: true, force: true})

const compiler = resolve(root, 'node_modules/typescript/bin/tsc')
const compiled = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
})
if (compiled.status !== 0) process.exit(compiled.status ?? 1)

cpSync(resolve(root, hugoModule), resolve(root, 'dist', hugoModule), {recursive: true})

await build({
  entryPoints: [resolve(root, 'loaders/adapters/element/index.ts')],
  outfile: resolve(root, 'dist/element.js'),
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
})
