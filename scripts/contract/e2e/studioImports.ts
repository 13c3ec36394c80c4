import {globSync} from 'node:fs'
import {isBuiltin} from 'node:module'
import {join} from 'node:path'
import * as esbuild from 'esbuild'

/**
 * Returns the packages that the studio and its specs import, such as `@sanity/ui`.
 *
 * The monorepo's other packages come from the registry, and its manifests list more than these studios need.
 */
export async function studioImports(folder: string): Promise<string[]> {
  const {metafile} = await esbuild.build({
    absWorkingDir: folder,
    entryPoints: [
      'dev/studio-e2e-testing/sanity.config.ts',
      'e2e/playwright.config.ts',
      ...globSync('e2e/tests/**/*.spec.ts', {cwd: folder}),
    ],
    alias: {
      'sanity-test-studio': join(folder, 'dev/test-studio'),
      '@repo/utils': join(folder, 'packages/@repo/utils/src/index.ts'),
    },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    plugins: [emptyAssets],
    outdir: join(folder, 'unused'),
    write: false,
    metafile: true,
    logLevel: 'error',
    tsconfigRaw: {},
  })
  const specifiers = Object.values(metafile.outputs)
    .flatMap(({imports}) => imports)
    .flatMap(({path, external}) => (external ? [path] : []))
  return [...new Set(specifiers.flatMap(packageOf))].toSorted()
}

/** Styles, fonts and images import no packages. */
const emptyAssets: esbuild.Plugin = {
  name: 'empty-assets',
  setup(build) {
    build.onLoad({filter: /\.(?:css|gif|jpe?g|otf|png|svg|ttf|txt|webp|woff2?)$/}, () => ({
      contents: '',
      loader: 'empty',
    }))
  },
}

/** Returns the name of a package: `@sanity/ui` for `@sanity/ui/theme`. */
function packageOf(specifier: string): string[] {
  if (isBuiltin(specifier)) return []
  const [scope = '', name = ''] = specifier.split('/')
  return [scope.startsWith('@') ? `${scope}/${name}` : scope]
}
