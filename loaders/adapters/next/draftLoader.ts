import {callback, loaderWith, record, requireValue} from '../../options/optionChecks.ts'
import type {Loader} from '../../loader.ts'
import type {Perspective} from '../../lake/queryPort.ts'

export interface DraftOptions {
  /** Token that may read drafts. Never send it to a browser. */
  token: string
  /** Perspective to read from. Defaults to `drafts`. */
  perspective?: Perspective
}

/**
 * Returns the loader for a request: with drafts for an editor in draft mode, and without for visitors.
 *
 * @param draftMode - `draftMode` of `next/headers`
 * @throws ConfigurationError when an argument is missing or invalid
 * @example
 * const {data} = await (await draftLoader(loader, draftMode, {token})).meetingsPage()
 */
export async function draftLoader(
  loader: Loader,
  draftMode: () => Promise<{isEnabled: boolean}>,
  options: DraftOptions,
): Promise<Loader> {
  requireValue('draftLoader', 'loader', loader, loaderWith('preview'))
  requireValue('draftLoader', 'draftMode', draftMode, callback)
  requireValue('draftLoader', 'options', options, record)
  const {isEnabled} = await draftMode()
  return isEnabled ? loader.preview(options) : loader
}
