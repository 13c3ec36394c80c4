import {existsSync, readFileSync, statSync} from 'node:fs'
import type {LoadFnOutput, LoadHookSync, ResolveHookSync} from 'node:module'
import * as nodeModule from 'node:module'
import {dirname, extname} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {tsconfigPaths} from './tsconfigPaths.ts'

/** The packages that a configuration imports are replaced by stubs: all of them, or Sanity's own. */
export type Stubbed = 'all' | 'sanity'

/** Marks the modules of an evaluation: each has modules of its own, because Node keeps every module. */
export const mark = 'lake-config'
const stubScheme = 'lake-stub:'
const endings = ['', '.ts', '.tsx', '.mts', '.js', '.jsx', '.mjs', '.cjs', '.json']
const extensions = [...endings, ...endings.slice(1).map((ending) => `/index${ending}`)]
const sanityPackages = /^(?:sanity|@sanity\/[\w.-]+|next-sanity)(?:\/|$)/

/**
 * Hooks for the evaluation of a configuration: relative imports without an extension, TypeScript in any folder, and
 * stubs for packages. `onSource` gets the text of each module of the project. Undefined where Node has no such hooks
 * (before 22.15).
 */
export function registerConfigHooks(
  stubbed: Stubbed,
  onSource: (source: string) => void,
): (() => void) | undefined {
  if (typeof nodeModule.registerHooks !== 'function') return undefined
  const hooks = nodeModule.registerHooks({resolve: resolveWith(stubbed), load: loadWith(onSource)})
  return () => hooks.deregister()
}

function resolveWith(stubbed: Stubbed): ResolveHookSync {
  return (specifier, context, next) => {
    const parent = context.parentURL
    const evaluation = parent && URL.canParse(parent) && new URL(parent).searchParams.get(mark)
    if (!parent || !evaluation) return next(specifier, context)
    const evaluated = (file: URL) => {
      file.search = `?${mark}=${evaluation}`
      return {url: file.href, shortCircuit: true}
    }
    const stub = () => {
      const query = new URLSearchParams({specifier, parent})
      return {url: `${stubScheme}?${query}`, format: 'module', shortCircuit: true}
    }
    if (/^\.{0,2}\//.test(specifier)) {
      const file = existing(new URL(specifier, parent))
      if (!file) return next(specifier, context)
      return isProgram(file) ? evaluated(file) : stub()
    }
    if (nodeModule.isBuiltin(specifier)) return next(specifier, context)
    if (sanityPackages.test(specifier)) return stub()
    const mapped = tsconfigPaths(specifier, dirname(fileURLToPath(parent)))
      .map((path) => existing(pathToFileURL(path)))
      .find((file) => file !== undefined)
    if (mapped) return isProgram(mapped) ? evaluated(mapped) : stub()
    if (stubbed === 'all') return stub()
    return next(specifier, {...context, parentURL: pathToFileURL(fileURLToPath(parent)).href})
  }
}

function loadWith(onSource: (source: string) => void): LoadHookSync {
  return (url, context, next) => {
    if (url.startsWith(stubScheme)) return moduleOf(stubSource(new URL(url).searchParams))
    if (!url.includes(`?${mark}=`)) return next(url, context)
    const source = sourceOf(fileURLToPath(url))
    onSource(source)
    return moduleOf(source)
  }
}

function moduleOf(source: string): LoadFnOutput {
  return {format: 'module', source, shortCircuit: true}
}

function existing(url: URL): URL | undefined {
  return extensions
    .map((ending) => new URL(url.href.replace(/[?#].*$/, '') + ending))
    .find((each) => existsSync(each) && statSync(each).isFile())
}

/** A bundler loads styles and images, and JSX in components. No name of a dataset is in them. */
function isProgram(file: URL): boolean {
  const path = fileURLToPath(file)
  if (!endings.includes(extname(path))) return false
  if (!/\.[jt]sx$/.test(path)) return true
  try {
    nodeModule.stripTypeScriptTypes(readFileSync(path, 'utf8'))
    return true
  } catch {
    return false
  }
}

/** Returns the source of a module as JavaScript. Vite replaces `import.meta.env`. */
function sourceOf(file: string): string {
  const text = readFileSync(file, 'utf8')
  if (extname(file) === '.json') return `export default ${text}`
  const code = /\.m?tsx?$/.test(file) ? nodeModule.stripTypeScriptTypes(text) : text
  return code.replaceAll('import.meta.env', 'process.env')
}

/** Returns a module with the names that its importer imports. */
function stubSource(query: URLSearchParams): string {
  const importer = sourceOf(fileURLToPath(query.get('parent') ?? ''))
  const imported = query.get('specifier') ?? ''
  const specifier = imported.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const clauses = importer.matchAll(
    new RegExp(`\\b(?:import|export)\\b[^;'"]*?\\{([^}]*)\\}\\s*from\\s*['"]${specifier}['"]`, 'g'),
  )
  const names = new Set(
    [...clauses]
      .flatMap(([, list = '']) => list.split(','))
      .map((each) => each.trim().split(/\s+as\s+/)[0] ?? '')
      .filter((name) => /^[\w$]+$/.test(name) && name !== 'default'),
  )
  const stubs = JSON.stringify(new URL(`./stub${extname(import.meta.url)}`, import.meta.url).href)
  return [
    `import {stubOf, stubExport} from ${stubs}`,
    `const stub = stubOf(${JSON.stringify(imported)})`,
    'export default stub',
    ...[...names].map((name) => `export const ${name} = stubExport(stub, '${name}')`),
  ].join('\n')
}
