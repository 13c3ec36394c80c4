import {QueryError} from 'touchpoints'

import {CliError} from './CliError.ts'
import {reasonOf} from './reasonOf.ts'

/**
 * Throws the command's error for a failed request to the Content Lake. Pass it to `catch`.
 *
 * @throws CliError with code `unreachable`
 */
export function unreachable(error: unknown): never {
  const status: unknown = Reflect.get(Object(error), 'statusCode')
  if (error instanceof QueryError) throw new CliError('unreachable', error.message, {cause: error})
  if (status === 401 || status === 403) {
    throw new CliError(
      'unreachable',
      `The Content Lake refused the token (${reasonOf(error)}). Set SANITY_API_READ_TOKEN, or SANITY_API_WRITE_TOKEN for a command that writes, to a token of this project.`,
      {cause: error},
    )
  }
  throw new CliError(
    'unreachable',
    `Could not reach the Content Lake (${reasonOf(error)}). Start it with \`npm start\` or \`npx touchpoints dev\`. For the hosted service, set SANITY_STUDIO_PROJECT_ID, SANITY_STUDIO_DATASET and a token.`,
    {cause: error},
  )
}
