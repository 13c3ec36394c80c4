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
] as const
