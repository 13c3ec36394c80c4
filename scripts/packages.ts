/** Folders of the published packages. */
export const packages = [
  'calendar',
  'words',
  'schemas',
  'loaders',
  'elements',
  'importers',
  'lake',
  'studio',
  'cli',
  'create',
  'site',
] as const

/**
 * Returns the folder that is packed and published, relative to the root. `site/dist` is where Astro writes the
 * site of the sample community, so the package is in another folder.
 */
export function builtFolder(name: (typeof packages)[number]): string {
  return name === 'site' ? 'site/.package' : `${name}/dist`
}
