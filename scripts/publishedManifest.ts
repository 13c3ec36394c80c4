/**
 * The manifest of a package as it is published: its doors and commands name the compiled files.
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
    exports: mapValues(exports, compiledDoor),
    ...(bin !== undefined && {bin: mapValues(bin, compiledFile)}),
    // The folder is for this repository: what is published from it is at its root.
    publishConfig: {...Object(publishConfig), directory: undefined},
  }
}

function mapValues(value: unknown, change: (each: unknown) => unknown) {
  return Object.fromEntries(
    Object.entries<unknown>(Object(value)).map(([key, each]) => [key, change(each)]),
  )
}

function compiledDoor(file: unknown) {
  if (typeof file !== 'string' || !file.endsWith('.ts')) return compiledFile(file)
  return {types: file.replace(/\.ts$/, '.d.ts'), default: compiledFile(file)}
}

function compiledFile(file: unknown) {
  return typeof file === 'string' ? file.replace('./dist/', './').replace(/\.tsx?$/, '.js') : file
}
