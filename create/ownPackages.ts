import type {Framework} from './answers.ts'

/** Range of our packages: `npm update` brings new versions that change nothing in a project. */
export const ownRange = '^0.1.0'

/** Our packages that a project imports or runs. */
const everywhere = [
  '@touchpoints/calendar',
  '@touchpoints/cli',
  '@touchpoints/schemas',
  '@touchpoints/studio',
  'touchpoints',
] as const

const ofFramework = {
  astro: ['@touchpoints/site'],
  next: ['@touchpoints/elements', '@touchpoints/words'],
  hugo: [],
  none: [],
} as const satisfies Record<Framework, readonly string[]>

/** Our packages that these depend on. A project names them only where they come from a folder. */
const indirect = [
  '@touchpoints/elements',
  '@touchpoints/importers',
  '@touchpoints/lake',
  '@touchpoints/words',
  'create-touchpoints',
] as const

/**
 * Returns our packages that the manifest of a project names.
 *
 * @param withIndirect - whether also those that they depend on, because a registry does not have them
 */
export function ownPackages(framework: Framework, withIndirect: boolean): readonly string[] {
  const names = [...everywhere, ...ofFramework[framework], ...(withIndirect ? indirect : [])]
  return [...new Set<string>(names)].toSorted()
}
