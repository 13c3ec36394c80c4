/** The folders of the packages that are published. */
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
