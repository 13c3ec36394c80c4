/**
 * Stores texts by key: a folder (`fileAnswers`), memory (`memoryAnswers`), or a host's key-value store.
 *
 * Every implementation passes test/loaders/lastGood/answerStoreContract.ts.
 */
export interface AnswerStore {
  /** Returns the text last set under this key. Undefined when it is absent, forgotten or damaged. */
  get(key: string): Promise<string | undefined>
  /**
   * Replaces the text. A reader sees the old one or the new one, never a mixture. A store may forget the
   * texts that were set longest ago.
   */
  set(key: string, text: string): Promise<void>
  /** Removes the texts for which `isOutdated` is true, also those that an earlier process set. */
  removeWhere(isOutdated: (text: string) => boolean): Promise<void>
}

/** Limits of a store. The texts that were set longest ago are forgotten first. */
export interface AnswerStoreLimits {
  /** Maximum of texts. Defaults to 500. */
  maxAnswers?: number
  /** Maximum of bytes of all texts. Defaults to 64 MiB. */
  maxBytes?: number
}

export const defaultLimits = {
  maxAnswers: 500,
  maxBytes: 64 * 1024 * 1024,
} as const satisfies AnswerStoreLimits
