import {CliError} from './CliError.ts'
import {reasonOf} from './reasonOf.ts'

/**
 * Throws the command's error for a failed request to the Content Lake. Pass it to `catch`.
 *
 * @throws CliError with code `unreachable`
 */
export function unreachable(error: unknown): never {
  const reason = reasonOf(error)
  throw new CliError(
    'unreachable',
    `Could not reach the Content Lake (${reason}). Start it with \`npm start\` or \`npx touchpoints dev\`. For the hosted service, set SANITY_STUDIO_PROJECT_ID, SANITY_STUDIO_DATASET and a token.`,
    {cause: error},
  )
}
