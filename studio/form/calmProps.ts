import {isBlankValue} from './isBlankValue.ts'
import {messagesId} from './messagesId.ts'

interface CheckedProps {
  value?: unknown
  validation: readonly {level: string}[]
  elementProps?: {id: string; 'aria-describedby'?: string | undefined}
}

/**
 * Returns what changes in the properties of an input: no red border before someone has been in it, and the
 * id of its messages for screen readers.
 */
export function calmProps({value, validation, elementProps}: CheckedProps, isRevealed: boolean) {
  const isCalm = !isRevealed && isBlankValue(value)
  const described = [
    elementProps?.['aria-describedby'],
    elementProps && messagesId(elementProps.id),
  ]
  const isInvalid = !isCalm && validation.some(({level}) => level === 'error')
  return {
    ...(isCalm && {validation: [], validationError: undefined}),
    ...(elementProps && {
      elementProps: {
        ...elementProps,
        'aria-describedby': described.filter((id) => id !== undefined).join(' '),
        ...(isInvalid && {'aria-invalid': true}),
      },
    }),
  }
}
