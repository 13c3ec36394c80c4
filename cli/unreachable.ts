import {CliError} from './CliError.ts'

/** What a failed request to the Content Lake means to the person who typed a command. */
export function unreachable(error: unknown): CliError {
  const reason = error instanceof Error ? error.message : String(error)
  return new CliError(
    'unreachable',
    `The Content Lake could not be asked (${reason}). Start it with \`npm start\`, or set SANITY_STUDIO_PROJECT_ID and SANITY_STUDIO_DATASET, and a token, for the hosted service.`,
    {cause: error},
  )
}
