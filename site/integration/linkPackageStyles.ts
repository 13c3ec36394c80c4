import type {ViteUserConfig} from 'astro'

type Plugin = NonNullable<ViteUserConfig['plugins']>[number]

/** Marks a module that links a stylesheet of a package. */
const prefix = '\0link-package-styles:'

/**
 * Loads the stylesheets that packages import together with their scripts. Astro links each stylesheet that a
 * script can reach in every page, and visitors waited for the 8 kB of the overlays, which only previews show.
 */
export function linkPackageStyles(): Plugin {
  return {
    name: 'link-package-styles',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith('.css') || !importer?.includes('/@sanity/')) return undefined
      const resolved = await this.resolve(source, importer, {skipSelf: true})
      // A name with `.css` would make it a stylesheet again.
      return resolved && `${prefix}${resolved.id.slice(0, -'.css'.length)}`
    },
    load(id) {
      if (!id.startsWith(prefix)) return undefined
      const file = `${id.slice(prefix.length)}.css`
      return `import href from ${JSON.stringify(`${file}?url`)}
document.head.append(Object.assign(document.createElement('link'), {rel: 'stylesheet', href}))`
    },
  }
}
