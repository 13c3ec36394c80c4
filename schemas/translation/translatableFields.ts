import type {DocumentTypeName} from '../registry/documentTypes.ts'

/** A field with translations. */
export interface TranslatableField {
  /** Fields that lead to it. A name that ends in `[]` is a list, and means each of its items. */
  path: readonly string[]
  /** What editors call it. */
  label: string
  /**
   * `text`: the field next to `<name>Translations` has the text in the default language.
   * `term`: a word with its own `translations`.
   */
  kind: 'text' | 'term'
}

const text = (label: string, ...path: string[]): TranslatableField => ({path, label, kind: 'text'})
const term = (label: string, ...path: string[]): TranslatableField => ({path, label, kind: 'term'})

/** The fields with translations, by document type. A test compares them with the schema. */
export const translatableFields = {
  community: [
    text('Description', 'description'),
    term('A session', 'vocabulary', 'session'),
    term('A series', 'vocabulary', 'series'),
    term('A group', 'vocabulary', 'group'),
    term('A guest', 'vocabulary', 'guest'),
    text('Translations of words', 'vocabulary', 'labels[]', 'text'),
    text('Names of regions', 'regions[]', 'title'),
    text('Reasons of breaks', 'breaks[]', 'reason'),
    text('Texts of links', 'links[]', 'title'),
  ],
  touchpoint: [
    text('Title', 'title'),
    text('Summary', 'summary'),
    text('Reason for canceling', 'cancelReason'),
    text('Titles of agenda items', 'agenda[]', 'title'),
  ],
  series: [
    text('Title', 'title'),
    text('Description', 'description'),
    text('Cadence in words', 'cadenceText'),
    text('Reasons of exceptions', 'cadence', 'exceptions[]', 'reason'),
    text('Reasons of breaks', 'cadence', 'breaks[]', 'reason'),
  ],
  guest: [text('Role', 'role'), text('About', 'bio'), text('Texts of links', 'links[]', 'title')],
  organization: [],
  workingGroup: [
    text('Title', 'title'),
    text('Description', 'description'),
    text('Goals', 'goals'),
    text('Notes of roles', 'roles[]', 'note'),
    text('Texts of channels', 'channels[]', 'title'),
    text('Texts of links', 'links[]', 'title'),
  ],
  recording: [
    text('Title', 'title'),
    text('Season', 'season'),
    text('Reason for no recording', 'notRecordedReason'),
  ],
  calendar: [],
  calendarDecision: [],
  meetingsPage: [
    text('Title', 'title'),
    text('Introduction', 'introduction'),
    text('Headings of sections', 'sections[]', 'heading'),
    text('Texts of sections', 'sections[]', 'text'),
    text('Texts of links', 'sections[]', 'link', 'title'),
    text('Code of conduct note', 'conductNote'),
  ],
} as const satisfies Record<DocumentTypeName, readonly TranslatableField[]>
