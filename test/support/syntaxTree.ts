import {createRequire} from 'node:module'
import {pathToFileURL} from 'node:url'

import {root} from './workspaces.ts'

/** Returns the syntax tree of an Astro template. Its nodes have the names of JSX. */
export async function parseAstro(source: string): Promise<unknown> {
  // The compiler is a dependency of astro, which does not export it.
  const fromAstro = createRequire(`${root}/node_modules/astro/package.json`)
  const compiler: unknown = await import(
    pathToFileURL(fromAstro.resolve('@astrojs/compiler-rs')).href
  )
  const parse = get(compiler, 'parse')
  if (typeof parse !== 'function') throw new TypeError('The compiler of Astro has no parser.')
  const result: unknown = await parse(source)
  return get(result, 'ast')
}

/** `class`, or `set:html`, which a parser can read as a namespace and a name. */
export function nameOf(name: unknown): string {
  const namespace = get(name, 'namespace')
  const own = String(get(get(name, 'name'), 'name') ?? get(name, 'name'))
  return namespace === undefined ? own : `${String(get(namespace, 'name'))}:${own}`
}

/** Calls a function for each node of a tree, a parent before its children. */
export function visit(node: unknown, enter: (node: object) => void): void {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) enter(node)
  for (const child of Object.values(node)) visit(child, enter)
}

/** Returns a property of a value of any type. */
export function get(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

/** Returns a list, or an empty one for any other value. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
