import {isBuiltin} from 'node:module'
import {build as bundle, type Plugin} from 'esbuild'

export interface BundledWorker {
  code: string
  /** Modules of Node that it imports, such as `node:crypto`. */
  builtIns: string[]
}

/**
 * Bundles a worker as wrangler does: packages resolve for workerd, and modules of Node stay imports, which
 * workerd has with `nodejs_compat` only.
 *
 * @param folder - the project that the worker's packages come from
 */
export async function bundleWorker(file: string, folder: string): Promise<BundledWorker> {
  const builtIns = new Set<string>()
  const nodeModules: Plugin = {
    name: 'modules of Node',
    setup(build) {
      build.onResolve({filter: /^[a-z]/}, ({path}) => {
        if (!isBuiltin(path)) return undefined
        const name = path.replace(/^node:/, '')
        builtIns.add(`node:${name}`)
        return {path: `node:${name}`, external: true}
      })
    },
  }
  const {outputFiles} = await bundle({
    entryPoints: [file],
    absWorkingDir: folder,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    platform: 'browser',
    conditions: ['workerd', 'worker', 'browser'],
    plugins: [nodeModules],
    logLevel: 'silent',
  })
  return {code: outputFiles[0]?.text ?? '', builtIns: [...builtIns].sort()}
}
