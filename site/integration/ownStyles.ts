import type {ViteUserConfig} from 'astro'

type Plugin = NonNullable<ViteUserConfig['plugins']>[number]

/** The module that the layout imports after its own styles. */
const name = 'virtual:touchpoints/styles'

/**
 * Imports the style sheets of a project, after those of the site, so that a rule of the project wins.
 *
 * @param files - absolute paths
 */
export function ownStyles(files: readonly string[]): Plugin {
  return {
    name: 'touchpoints-own-styles',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) =>
      id === `\0${name}`
        ? files.map((file) => `import ${JSON.stringify(file)}`).join('\n')
        : undefined,
  }
}
