import type {Loader} from '../../loader.ts'
import type {Perspective} from '../../queryPort.ts'

export interface DraftOptions {
  /** May read drafts; stays on the server. */
  token: string
  /** Default: `drafts`. */
  perspective?: Perspective
}

/**
 * The loader of this request: with drafts for an editor in draft mode, without for everyone else.
 *
 * @param draftMode - `draftMode` of `next/headers`
 * @example
 * const {data} = await (await draftLoader(loader, draftMode, {token})).meetingsPage()
 */
export async function draftLoader(
  loader: Loader,
  draftMode: () => Promise<{isEnabled: boolean}>,
  options: DraftOptions,
): Promise<Loader> {
  const {isEnabled} = await draftMode()
  return isEnabled ? loader.preview(options) : loader
}
