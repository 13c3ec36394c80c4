import {type FocusEvent, useContext} from 'react'
import type {FieldProps} from 'sanity'

import {FieldMessages} from './FieldMessages.tsx'
import {fieldMessages} from './fieldMessages.ts'
import {FormContext, useIsRevealed} from './FormContext.ts'
import {messagesId} from './messagesId.ts'
import {useWithoutPending} from './PendingReferences.tsx'

/**
 * Renders a field with its messages as text below it, and nothing red before someone has been in it.
 *
 * Sanity shows them in a tooltip of an icon, which neither a keyboard nor a phone opens.
 */
export function CalmField({canGenerate, ...props}: FieldProps & {canGenerate?: boolean}) {
  const {path, validation, value, title, name, schemaType, inputId} = props
  const visits = useContext(FormContext)
  const isRevealed = useIsRevealed(path)
  const messages = fieldMessages(useWithoutPending(path, validation), {
    label: title ?? name,
    name,
    type: schemaType,
    value,
    isRevealed,
    ...(canGenerate !== undefined && {canGenerate}),
  })
  const leave = ({currentTarget, relatedTarget}: FocusEvent) => {
    const next = relatedTarget ?? document.activeElement
    if (!currentTarget.contains(next)) visits.visit(path)
  }
  return (
    <div onBlur={leave}>
      {props.renderDefault({...props, validation: []})}
      <FieldMessages id={messagesId(inputId)} messages={messages} />
    </div>
  )
}
