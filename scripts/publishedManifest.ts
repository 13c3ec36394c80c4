/**
 * Converts a package's manifest for publication: entry points and commands name the compiled files.
 *
 * @example
 * publishedManifest({exports: {'.': './index.ts'}})
 * // {exports: {'.': {types: './index.d.ts', default: './index.js'}}}
 */
export function publishedManifest(manifest: Readonly<Record<string, unknown>>) {
  const {exports, bin, sideEffects, publishConfig, ...rest} = manifest
  return {
    ...rest,
    sideEffects: Array.isArray(sideEffects) ? sideEffects.map(compiledFile) : sideEffects,
    exports: mapValues(exports, compiledEntryPoint),
    ...(bin !== undefined && {bin: mapValues(bin, compiledFile)}),
    // `directory` is for this repository only: the published package has its files at the root.
    publishConfig: {...Object(publishConfig), directory: undefined},
  }
}

function mapValues(value: unknown, change: (each: unknown) => unknown) {
  return Object.fromEntries(
    Object.entries<unknown>(Object(value)).map(([key, each]) => [key, change(each)]),
  )
}

function compiledEntryPoint(file: unknown) {
  if (typeof file !== 'string' || !file.endsWith('.ts')) return compiledFile(file)
  return {types: file.replace(/\.ts$/, '.d.ts'), default: compiledFile(file)}
}

function compiledFile(file: unknown) {
  return typeof file === 'string' ? file.replace('./dist/', './').replace(/\.tsx?$/, '.js') : file
}
