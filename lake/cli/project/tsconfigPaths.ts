import {readFileSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'

/** What `paths` and `baseUrl` of a tsconfig.json say. */
interface Mapping {
  /** Absolute. The targets are relative to it. */
  base: string
  paths: Readonly<Record<string, unknown>>
}

/**
 * Returns the files, without their extensions, that an import may mean by the nearest tsconfig.json or jsconfig.json.
 * Presets from packages are not read.
 *
 * @example
 * tsconfigPaths('@/env', '/studio/schemas') // ['/studio/src/env'] with {"paths": {"@/*": ["./src/*"]}}
 */
export function tsconfigPaths(specifier: string, folder: string): string[] {
  for (let at = folder; ; at = dirname(at)) {
    for (const name of ['tsconfig.json', 'jsconfig.json']) {
      const mapping = mappingIn(join(at, name))
      if (mapping) return targets(specifier, mapping)
    }
    if (dirname(at) === at) return []
  }
}

function targets(specifier: string, {base, paths}: Mapping): string[] {
  const matches = Object.entries(paths).flatMap(([pattern, to]) => {
    const [before = '', after] = pattern.split('*')
    const matched =
      after === undefined
        ? specifier === pattern
        : specifier.length >= before.length + after.length &&
          specifier.startsWith(before) &&
          specifier.endsWith(after)
    if (!matched || !Array.isArray(to)) return []
    const rest = specifier.slice(before.length, specifier.length - (after ?? '').length)
    return [
      {
        before,
        files: to.map((each) =>
          resolve(
            base,
            String(each).replace('*', () => rest),
          ),
        ),
      },
    ]
  })
  // As in TypeScript, the longest pattern wins.
  const [best] = matches.toSorted((a, b) => b.before.length - a.before.length)
  return [...(best?.files ?? []), resolve(base, specifier)]
}

function mappingIn(file: string, depth = 0): Mapping | undefined {
  const config = Object(readJsonc(file))
  const {paths, baseUrl} = Object(config.compilerOptions)
  const folder = dirname(file)
  const base = typeof baseUrl === 'string' ? resolve(folder, baseUrl) : folder
  if (paths !== undefined || baseUrl !== undefined) return {base, paths: Object(paths)}
  const inherited: unknown[] = [config.extends].flat()
  if (depth > 5) return undefined
  for (const each of inherited.toReversed()) {
    if (typeof each !== 'string' || !each.startsWith('.')) continue
    const from = resolve(folder, each.endsWith('.json') ? each : `${each}.json`)
    const mapping = mappingIn(from, depth + 1)
    if (mapping) return mapping
  }
  return undefined
}

/** Reads JSON with comments and trailing commas. Undefined if it cannot be read. */
function readJsonc(file: string): unknown {
  try {
    const text = readFileSync(file, 'utf8')
      .replaceAll(/("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[^]*?\*\//g, '$1')
      .replaceAll(/("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g, '$1')
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
