import type {
  DocumentDefinition,
  FieldDefinition,
  FieldGroupDefinition,
  IntrinsicDefinitions,
} from '@sanity/types'

import type {DocumentTypeName} from '../registry/documentTypes.ts'
import type {AddedRule} from '../rules/index.ts'

/**
 * The part of an extension that a schema needs. `defineExtension` of touchpoints/extend returns one; this package
 * does not depend on it.
 */
export interface SchemaExtension {
  /** Added fields, by the document type that gets them. */
  readonly fields?: {readonly [Type in DocumentTypeName]?: AddedFields} | undefined
  /** Added document types, by name. */
  readonly documents?: Readonly<Record<string, AddedDocument>> | undefined
  /** Named types that added fields have, such as an object `address`. */
  readonly types?: readonly AddedType[] | undefined
}

/** Fields that a project adds to a document type. */
export interface AddedFields {
  readonly fields: readonly FieldDefinition[]
  /** Tabs of the form for these fields, beside those of the type. */
  readonly groups?: readonly FieldGroupDefinition[] | undefined
  readonly rules?: readonly AddedRule[] | undefined
}

/** A document type that a project adds. */
export interface AddedDocument {
  readonly type: DocumentDefinition
  readonly rules?: readonly AddedRule[] | undefined
}

/** A named type that is no alias of another, so that `type` says which fields it can have. */
export type AddedType = IntrinsicDefinitions[keyof IntrinsicDefinitions]
