/** Folders of the published packages. */
export const packages = [
  'calendar',
  'schemas',
  'loaders',
  'elements',
  'importers',
  'lake',
  'studio',
  'cli',
] as const
