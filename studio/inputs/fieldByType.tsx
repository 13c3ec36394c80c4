import {fieldsOf, textOf} from '@touchpoints/schemas/reading'
import {type FieldProps, useFormValue} from 'sanity'

import {useCommunity} from '../community/CommunityContext.ts'
import {fieldTitle, mayHaveTitle} from '../community/fieldTitle.ts'
import {slugOf} from '../documents/slugOf.ts'
import {CalmField} from '../form/CalmField.tsx'

/** Renders a field with its title and its messages, except translations in a community with one language. */
export function fieldByType(props: FieldProps) {
  if (isTranslations(props.schemaType.name) || isOfTermTranslations(props)) {
    return <TranslationsField {...props} />
  }
  if (props.schemaType.name === 'slug') return <SlugField {...props} />
  // Only these few fields follow the document, of which each change renders them again.
  return mayHaveTitle(props.path) ? <NamedField {...props} /> : <CalmField {...props} />
}

/** Renders a field with its title in the community's own word, if it has one. */
function NamedField(props: FieldProps) {
  const type = textOf(useFormValue(['_type'])) ?? ''
  const title = fieldTitle(type, props.path, useCommunity()) ?? props.title
  return <CalmField {...props} title={title} />
}

/** Sanity makes no slug of a title without a Latin letter or digit. */
function SlugField(props: FieldProps) {
  const source = textOf(fieldsOf(props.schemaType.options)['source']) ?? ''
  const title = textOf(useFormValue([source])) ?? ''
  return <CalmField {...props} canGenerate={slugOf(title) !== undefined} />
}

/** Texts in other languages stay visible if the community has removed those languages. */
function TranslationsField(props: FieldProps) {
  const {languages} = useCommunity()
  const isEmpty = !Array.isArray(props.value) || props.value.length === 0
  return languages.length < 2 && isEmpty ? null : <CalmField {...props} />
}

/** Returns whether a type has the translations of a field. */
export function isTranslations(typeName: string): boolean {
  return typeName.startsWith('internationalizedArray') && !typeName.endsWith('Value')
}

/** The translations of a word of the vocabulary, which have a singular and a plural. */
function isOfTermTranslations({schemaType}: FieldProps): boolean {
  return (
    schemaType.jsonType === 'array' &&
    schemaType.of.some(({name}) => textOf(name) === 'termTranslation')
  )
}
