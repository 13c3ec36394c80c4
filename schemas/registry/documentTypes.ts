/**
 * All document types, in the order in which lists show them.
 *
 * A table by document type is `satisfies Record<DocumentTypeName, …>` in all packages. So if you add a
 * type here, the compiler lists each table that has no entry for it.
 */
export const documentTypes = [
  {name: 'community', singleton: true},
  {name: 'touchpoint', singleton: false},
  {name: 'series', singleton: false},
  {name: 'guest', singleton: false},
  {name: 'organization', singleton: false},
  {name: 'workingGroup', singleton: false},
  {name: 'recording', singleton: false},
  {name: 'calendar', singleton: false},
  {name: 'calendarDecision', singleton: false},
  {name: 'meetingsPage', singleton: true},
] as const

type DocumentType = (typeof documentTypes)[number]

export type DocumentTypeName = DocumentType['name']

/** A type with exactly one document. The id of the document is the name of the type. */
export type SingletonTypeName = Extract<DocumentType, {singleton: true}>['name']

export const documentTypeNames: readonly DocumentTypeName[] = documentTypes.map(({name}) => name)

/** Narrows the type of a stored document, which can be any, such as an image asset. */
export function isDocumentTypeName(name: string): name is DocumentTypeName {
  return documentTypes.some((type) => type.name === name)
}

export function isSingleton(name: DocumentTypeName): name is SingletonTypeName {
  return documentTypes.some((type) => type.singleton && type.name === name)
}
