import {CliError} from './CliError.ts'
import {reasonOf} from './reasonOf.ts'

/**
 * For `catch`: a failed request to the Content Lake in the words of the command.
 *
 * @throws CliError
 */
export function unreachable(error: unknown): never {
  const reason = reasonOf(error)
  throw new CliError(
    'unreachable',
    `The Content Lake could not be asked (${reason}). Start it with \`npm start\`, or set SANITY_STUDIO_PROJECT_ID and SANITY_STUDIO_DATASET, and a token, for the hosted service.`,
    {cause: error},
  )
}
