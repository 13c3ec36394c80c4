import type {DocumentDefinition, IntrinsicDefinitions} from '@sanity/types'

import {community} from './documents/community.ts'
import {calendar} from './documents/calendar.ts'
import {calendarDecision} from './documents/calendarDecision.ts'
import {guest} from './documents/guest.ts'
import {meetingsPage} from './documents/meetingsPage.ts'
import {organization} from './documents/organization.ts'
import {recording} from './documents/recording.ts'
import {series} from './documents/series.ts'
import {touchpoint} from './documents/touchpoint.ts'
import {workingGroup} from './documents/workingGroup.ts'
import {agendaItem} from './objects/agendaItem.ts'
import {channel} from './objects/channel.ts'
import {guestAppearance} from './objects/guestAppearance.ts'
import {label} from './objects/label.ts'
import {link} from './objects/link.ts'
import {meetingIdentity} from './objects/meetingIdentity.ts'
import {meetingLinks} from './objects/meetingLinks.ts'
import {pageSection} from './objects/pageSection.ts'
import {recordingMedia} from './objects/recordingMedia.ts'
import {recurrence} from './objects/recurrence.ts'
import {richText} from './objects/richText.ts'
import {schedule} from './objects/schedule.ts'
import {titleFilter} from './objects/titleFilter.ts'
import {cadence} from './objects/cadence.ts'
import {cadenceBreak} from './objects/cadenceBreak.ts'
import {cadenceException} from './objects/cadenceException.ts'
import {communityRegion} from './objects/communityRegion.ts'
import {groupRole} from './objects/groupRole.ts'
import {term} from './objects/term.ts'
import {termTranslation} from './objects/termTranslation.ts'
import {
  internationalizedArrayLine,
  internationalizedArrayLineValue,
  internationalizedArrayLines,
  internationalizedArrayLinesValue,
  internationalizedArrayParagraph,
  internationalizedArrayParagraphValue,
  internationalizedArrayRichText,
  internationalizedArrayRichTextValue,
} from './objects/translations.ts'
import {typedLink} from './objects/typedLink.ts'
import {vocabulary} from './objects/vocabulary.ts'
import {workspace} from './objects/workspace.ts'
import type {DocumentTypeName} from './registry/documentTypes.ts'
import type {ObjectTypeName} from './registry/objectTypes.ts'
import type {ScalarName} from './registry/scalarNames.ts'
import {scalarTypes} from './scalarTypes.ts'

/** A document type of the package. */
export type OwnDocument = DocumentDefinition & {name: DocumentTypeName}

/** A type of the package. Its `name` or its `type` narrows it. */
export type OwnType =
  | OwnDocument
  | (IntrinsicDefinitions['object' | 'array'] & {name: ObjectTypeName})
  | (IntrinsicDefinitions['string' | 'text' | 'url' | 'number' | 'date' | 'datetime'] & {
      name: ScalarName
    })

const documents = {
  community,
  touchpoint,
  series,
  guest,
  organization,
  workingGroup,
  recording,
  calendar,
  calendarDecision,
  meetingsPage,
} satisfies {[Name in DocumentTypeName]: {name: Name; type: 'document'}}

const objects = {
  agendaItem,
  cadence,
  cadenceBreak,
  cadenceException,
  channel,
  communityRegion,
  groupRole,
  guestAppearance,
  internationalizedArrayLine,
  internationalizedArrayLineValue,
  internationalizedArrayLines,
  internationalizedArrayLinesValue,
  internationalizedArrayParagraph,
  internationalizedArrayParagraphValue,
  internationalizedArrayRichText,
  internationalizedArrayRichTextValue,
  label,
  link,
  meetingIdentity,
  meetingLinks,
  pageSection,
  recordingMedia,
  recurrence,
  richText,
  schedule,
  term,
  termTranslation,
  titleFilter,
  typedLink,
  vocabulary,
  workspace,
} satisfies {[Name in ObjectTypeName]: {name: Name; type: 'object' | 'array'}}

/** The document types, in the order of the registry. */
export const documentDefinitions: readonly OwnDocument[] = Object.values(documents)

/**
 * All types of the schema, for `schema: {types: schemaTypes}` in a Sanity workspace. To add fields and document
 * types, use `schemaTypesWith`.
 *
 * The type annotation keeps the declaration file short. The inferred type would list each field of each
 * document and refer to types that a consumer may not have.
 *
 * @example
 * // A field of your own, without an extension: only the Studio knows it.
 * const types = schemaTypes.map((type) =>
 *   type.name === 'guest' ? {...type, fields: [...type.fields, defineField({name: 'pronouns', type: 'string'})]} : type,
 * )
 */
export const schemaTypes: OwnType[] = [
  ...documentDefinitions,
  ...Object.values(objects),
  ...scalarTypes,
]
