/**
 * A reference as the Studio's own field writes it: to a document that is only a draft it is weak, and
 * becomes a strong one when it is published. A strong one would be refused by the Content Lake.
 */
export function referenceTo(id: string, type: string, {published}: {published: boolean}) {
  const reference = {_type: 'reference', _ref: id} as const
  return published ? reference : {...reference, _weak: true, _strengthenOnPublish: {type}}
}
