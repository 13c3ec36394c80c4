/**
 * Versions of the packages of others in a new project. A test compares them with the ones that this repository
 * and its examples are tested with.
 */
export const versions = {
  '@sanity/cli': '8.12.0',
  '@sanity/cli-build': '6.4.1',
  '@sanity/client': '^8.15.0',
  '@sanity/preview-url-secret': '^4.1.5',
  // One copy beside that of sanity: tsc gives up on comparing the schema types of two versions.
  '@sanity/types': '6.16.0',
  '@sanity/vision': '6.16.0',
  '@sanity/visual-editing': '^6.1.3',
  '@types/node': '^24.19.2',
  '@types/react': '^19.3.0',
  '@types/react-dom': '^19.3.0',
  astro: '7.3.4',
  'intl-messageformat': '^12.1.5',
  next: '16.4.5',
  node: '24.21.0',
  react: '^19.2.2',
  'react-dom': '^19.2.2',
  rolldown: '1.2.19',
  sanity: '6.16.0',
  'styled-components': '^6.1.15',
  typescript: '^7.0.2',
} as const

export type PackageName = keyof typeof versions
