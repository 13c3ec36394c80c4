import {isBlankValue} from './isBlankValue.ts'
import {type FillableType, missingText, neededText} from './missingText.ts'

/** A validation message as Sanity passes it to a field. */
export interface FieldMarker {
  level: 'error' | 'warning' | 'info'
  message: string
}

/** What is shown beside a field. `needed` is no mistake: nobody has been there yet. */
export interface FieldMessage {
  level: 'needed' | FieldMarker['level']
  text: string
}

interface FieldFacts {
  /** The visible label. */
  label: string
  name: string
  type: FillableType
  value: unknown
  /** Whether someone has visited the field, or tried to publish. */
  isRevealed: boolean
  /** Of a slug: whether Generate would make one. */
  canGenerate?: boolean
}

/** Sanity's own message for a required field. It says neither what is missing nor what to do. */
export const required = /^(?:Required|Expected type .+ got "?(?:undefined|null)"?)\.?$/i

/**
 * Returns the messages to show beside a field.
 *
 * A missing value is not an error before someone has been in the field. A value that is wrong is one.
 *
 * @example
 * fieldMessages([{level: 'error', message: 'Required'}], untouchedTitle) // [{level: 'needed', text: 'Needed to publish.'}]
 */
export function fieldMessages(markers: readonly FieldMarker[], field: FieldFacts): FieldMessage[] {
  const isMissing = isBlankValue(field.value)
  // A marker can be older than the value that has just been entered.
  const current = markers.filter(({message}) => isMissing || !required.test(message))
  const shown = current.filter(({message}) => !isShownByInput(field, message, isMissing))
  const messages = shown.map(({level, message}): FieldMessage => {
    if (level === 'error' && isMissing && !field.isRevealed)
      return {level: 'needed', text: neededText}
    if (isMissing && required.test(message)) {
      return {level, text: missingText(field.label, field.name, field.type, field.canGenerate)}
    }
    return {level, text: withLabel(field.label, message)}
  })
  return messages.filter(
    ({text}, index) => messages.findIndex((other) => other.text === text) === index,
  )
}

/** The input of a schedule has a message below each control, and that of a slug names the document that has it. */
function isShownByInput(
  {type, isRevealed}: FieldFacts,
  message: string,
  isMissing: boolean,
): boolean {
  if (type.name === 'schedule') return isMissing && !isRevealed
  return type.name === 'slug' && /already in use/i.test(message)
}

/** A message names its field, because a screen reader reads it apart from the label. */
function withLabel(label: string, message: string): string {
  return message.includes(label) ? message : `${label}: ${message}`
}
