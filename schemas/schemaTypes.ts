import type {SchemaTypeDefinition} from '@sanity/types'

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
import {scalarTypes} from './scalarTypes.ts'

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

/**
 * All types of the schema, for `schema: {types: schemaTypes}` in a Sanity workspace.
 *
 * The type annotation keeps the declaration file short. The inferred type would list each field of each
 * document and refer to types that a consumer may not have.
 */
export const schemaTypes: SchemaTypeDefinition[] = [
  ...Object.values(documents),
  ...Object.values(objects),
  ...scalarTypes,
]
