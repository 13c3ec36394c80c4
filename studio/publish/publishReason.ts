import {type DocumentActionDescription, useTranslation} from 'sanity'
import {structureLocaleNamespace} from 'sanity/structure'

/** What these functions read of an action. */
type Button = Pick<DocumentActionDescription, 'disabled' | 'title'>

/** Returns what Sanity's Publish says if validation errors disable it, in the language of the Studio. */
export function useInvalidTitle(): string {
  return useTranslation(structureLocaleNamespace).t('action.publish.validation-issues.tooltip')
}

/**
 * Returns whether Publish is disabled because of validation errors only. Its title says so: an editor without the
 * permission, or a plugin that disables it, is another reason with another title.
 */
export function isOnlyInvalid({disabled, title}: Button, invalidTitle: string): boolean {
  return disabled === true && title === invalidTitle
}

/**
 * Returns a button in place of Sanity's Publish, which is disabled if either of them is. It says Sanity's reason first.
 *
 * Sanity's validation errors do not count, because the replacement knows which of them matter.
 */
export function disabledByEither<Original extends Button, Own extends Button>(
  original: Original,
  own: Own,
  invalidTitle: string,
): Original & Own {
  if (!original.disabled || isOnlyInvalid(original, invalidTitle)) return {...original, ...own}
  return {...original, ...own, disabled: true, title: original.title || own.title}
}
