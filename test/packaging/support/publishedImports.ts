import {isBuiltin} from 'node:module'
import {parseSync, visitorKeys} from 'oxc-parser'

/** A published manifest and the text of its files, by path. */
export interface PublishedPackage {
  manifest: Readonly<Record<string, unknown>>
  files: ReadonlyMap<string, string>
}

/**
 * Returns each package that the published files import and the manifest does not declare as a dependency or
 * peer, with the importing file. `@types/x` declares x for types.
 */
export function undeclaredImports(published: PublishedPackage): string[] {
  const {manifest} = published
  const names = new Set(
    ['dependencies', 'peerDependencies'].flatMap((field) => declared(manifest, field)),
  )
  const own = String(manifest['name'])
  return importsOf(published)
    .filter(({name, types}) => {
      if (name === own || names.has(name)) return false
      return !types || !names.has(`@types/${name}`)
    })
    .map(({name, file}) => `${file} imports ${name}`)
}

/**
 * Returns each dependency that no published file imports and that no dependency in `siblings` has as a peer.
 * Ignores the package's own peers, which also list packages that it works with.
 */
export function unusedDependencies(
  published: PublishedPackage,
  siblings: readonly PublishedPackage['manifest'][] = [],
): string[] {
  const dependencies = declared(published.manifest, 'dependencies')
  const used = new Set(importsOf(published).map(({name}) => name))
  for (const sibling of siblings) {
    if (!dependencies.includes(String(sibling['name']))) continue
    for (const peer of declared(sibling, 'peerDependencies')) used.add(peer)
  }
  return dependencies.filter((name) => !used.has(name.replace('@types/', '')))
}

function declared(manifest: PublishedPackage['manifest'], field: string): string[] {
  return Object.keys(Object(manifest[field]))
}

interface ImportedPackage {
  name: string
  file: string
  /** Whether the importing file is a declaration file. */
  types: boolean
}

function importsOf({files}: PublishedPackage): ImportedPackage[] {
  return [...files].flatMap(([file, text]) => {
    const {program, errors} = parseSync(file, text)
    const [error] = errors
    if (error) throw new Error(`Could not parse ${file}: ${error.message}`)
    const names = new Set(specifiers(program).filter(isBare).map(packageName))
    return [...names].map((name) => ({name, file, types: file.endsWith('.d.ts')}))
  })
}

const importing = new Set([
  'ExportAllDeclaration',
  'ExportNamedDeclaration',
  'ImportDeclaration',
  'ImportExpression',
  'TSImportType',
])

/** Returns the specifiers that a tree imports, re-exports or resolves, statically, dynamically or as types. */
function specifiers(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(specifiers)
  const {type, source, callee, arguments: values} = Object(node)
  if (typeof type !== 'string') return []
  const keys = visitorKeys[type] ?? []
  const below = keys.flatMap((key) => specifiers(Reflect.get(Object(node), key)))
  const module = isResolve(callee) ? Object(values)[0] : importing.has(type) ? source : undefined
  const name: unknown = Object(module).value
  return typeof name === 'string' ? [name, ...below] : below
}

/** Returns whether a callee is `import.meta.resolve`. */
function isResolve(callee: unknown): boolean {
  const {object, property} = Object(callee)
  return Object(object).type === 'MetaProperty' && Object(property).name === 'resolve'
}

function isBare(specifier: string): boolean {
  // Astro and Vite have modules of their own, such as `astro:middleware`.
  return !/^(?:[./#]|\w+:)/.test(specifier) && !isBuiltin(specifier)
}

/**
 * Returns the package name of a specifier.
 *
 * @example packageName('@sanity/client/csm') // '@sanity/client'
 */
function packageName(specifier: string): string {
  const [scope = '', name] = specifier.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}
