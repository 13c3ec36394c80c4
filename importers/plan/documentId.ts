import {isSingleton, type DocumentTypeName} from '@touchpoints/schemas/registry'
import {slugText} from '@touchpoints/schemas/scalars'

import {withoutMarks} from './withoutMarks.ts'

/**
 * Returns the id of a document, from its type and its name. Every reader uses it, so that two sources that
 * name the same group, person or session describe one document.
 *
 * @example documentId('workingGroup', 'Bridges & Fords') // 'workingGroup-bridges-and-fords'
 */
export function documentId(type: DocumentTypeName, name: string): string {
  return isSingleton(type) ? type : `${type}-${slugOf(name)}`
}

/**
 * Returns the slug of a name.
 *
 * @example slugOf('Ana Jiménez & Team') // 'ana-jimenez-and-team'
 */
export function slugOf(name: string): string {
  const words = withoutMarks(name)
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  const slug = words.slice(0, 96).replace(/-+$/, '')
  // A name in another script has no Latin letters. Its code points give a stable slug.
  return slugText.safeParse(slug).success
    ? slug
    : Array.from(name, (character) => character.codePointAt(0)?.toString(36))
        .join('-')
        .slice(0, 80)
}
