/**
 * Every document type, in the order in which lists show them.
 *
 * A table keyed by document type is `satisfies Record<DocumentTypeName, …>`, in every package: add a
 * type here and the compiler names each table that has no entry for it.
 */
export const documentTypes = [
  {name: 'touchpoint', singleton: false},
  {name: 'series', singleton: false},
  {name: 'guest', singleton: false},
  {name: 'organization', singleton: false},
  {name: 'workingGroup', singleton: false},
  {name: 'recording', singleton: false},
  {name: 'calendar', singleton: false},
  {name: 'meetingsPage', singleton: true},
] as const

type DocumentType = (typeof documentTypes)[number]

export type DocumentTypeName = DocumentType['name']

/** A type with one document, which has the type's name as its id. */
export type SingletonTypeName = Extract<DocumentType, {singleton: true}>['name']

export const documentTypeNames: readonly DocumentTypeName[] = documentTypes.map(({name}) => name)

/** For names from outside: stored documents can have any type, such as an image asset. */
export function isDocumentTypeName(name: string): name is DocumentTypeName {
  return documentTypes.some((type) => type.name === name)
}

export function isSingleton(name: DocumentTypeName): name is SingletonTypeName {
  return documentTypes.some((type) => type.singleton && type.name === name)
}
