import {Button, Flex, Stack} from '@sanity/ui'
import {refOf, textOf} from '@touchpoints/schemas/reading'
import {type FormEvent, useState} from 'react'
import {
  getVersionFromId,
  type ObjectInputProps,
  type ReferenceSchemaType,
  set,
  setIfMissing,
  unset,
  useFormValue,
} from 'sanity'

import {useWithoutPending} from '../../form/PendingReferences.tsx'
import {type ChosenDocument, InPlaceDialog} from './InPlaceDialog.tsx'
import {type InPlaceType, inPlaceTypes, isInPlaceType} from './inPlaceTypes.ts'

/** Returns the types that a reference field can create in place. */
export function inPlaceTypesOf({schemaType}: Pick<ObjectInputProps, 'schemaType'>): InPlaceType[] {
  return isReferenceType(schemaType)
    ? schemaType.to.map(({name}) => name).filter((name) => isInPlaceType(name))
    : []
}

function isReferenceType(type: object): type is ReferenceSchemaType {
  return 'to' in type && Array.isArray(type.to)
}

interface ReferenceInPlaceProps extends ObjectInputProps {
  types: readonly InPlaceType[]
}

/**
 * A reference field that creates documents in place, with the name that the editor has typed into it.
 *
 * Sanity's own "Create new" opens an empty document in another pane, and the typed name is lost.
 */
export function ReferenceInPlace({types, ...props}: ReferenceInPlaceProps) {
  const {path, value, validation, readOnly, schemaType, onChange, renderDefault} = props
  const release = getVersionFromId(textOf(useFormValue(['_id'])) ?? '')
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<InPlaceType>()
  const follow = ({target}: FormEvent) => {
    if (target instanceof HTMLInputElement) setTyped(target.value)
  }
  const choose = ({id, type, published}: ChosenDocument) => {
    onChange([
      setIfMissing({_type: 'reference'}),
      set(id, ['_ref']),
      published ? unset(['_weak']) : set(true, ['_weak']),
      published ? unset(['_strengthenOnPublish']) : set({type}, ['_strengthenOnPublish']),
    ])
    return undefined
  }
  // Publish also publishes the new document, so the reference is no error.
  const others = useWithoutPending(path, validation)
  return (
    <Stack gap={2} onInput={follow}>
      {renderDefault({
        ...props,
        ...(others.length < validation.length && {validation: others, validationError: undefined}),
        schemaType: {...schemaType, options: {...schemaType.options, ...withoutNew}},
      })}
      {refOf(value) === undefined && !readOnly && (
        <Flex gap={2} wrap="wrap">
          {types.map((type) => (
            <Button
              key={type}
              mode="ghost"
              fontSize={1}
              padding={2}
              text={`New ${inPlaceTypes[type].label}${typed.trim() && ` “${typed.trim()}”`}…`}
              onClick={() => setOpen(type)}
            />
          ))}
        </Flex>
      )}
      {open && (
        <InPlaceDialog
          title={`New ${inPlaceTypes[open].label}`}
          type={open}
          initialName={typed}
          release={release}
          onChoose={choose}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Stack>
  )
}

const withoutNew = {disableNew: true} as const
