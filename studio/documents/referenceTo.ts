/**
 * Returns a reference as the Studio's reference field writes it.
 *
 * A reference to an unpublished document is weak, because the Content Lake rejects a strong one. It
 * becomes strong when the document is published.
 */
export function referenceTo(id: string, type: string, {published}: {published: boolean}) {
  const reference = {_type: 'reference', _ref: id} as const
  return published ? reference : {...reference, _weak: true, _strengthenOnPublish: {type}}
}
