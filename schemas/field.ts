import {defineArrayMember, defineField} from '@sanity/types'
import type {ConditionalProperty, Rule} from '@sanity/types'

import {unique} from './unique.ts'
import type {ScalarName} from './registry/scalarNames.ts'
import {isUrlScalar, scalarCheck, scalarOptions, scalarProblem, urlSchemes} from './scalarTypes.ts'

interface FieldOptions {
  title?: string
  description?: string
  group?: string
  fieldset?: string
  required?: boolean
  initialValue?: string | number | boolean
  hidden?: ConditionalProperty
  placeholder?: string
}

/**
 * Defines a field that holds one scalar.
 *
 * The `validation` of a field replaces the one of its named type instead of adding to it (measured:
 * required scalars were not checked). So this function combines `required` with the scalar's check.
 */
export function scalarField(name: string, type: ScalarName, options: FieldOptions = {}) {
  const {required = false, ...rest} = options
  const check = scalarCheck(type)
  // A plain string, because a union of three dozen names exceeds the limits of type inference.
  const typeName: string = type
  return defineField({
    ...rest,
    name,
    type: typeName,
    validation: (rule: Rule) => {
      const own = isUrlScalar(type) ? rule.uri({scheme: urlSchemes}) : rule
      const checked = own.custom(check)
      return required ? checked.required() : checked
    },
  })
}

/**
 * Defines a field that holds a list of one scalar. Each value can occur once.
 *
 * The items are plain strings, not the named type, because schema extraction returns a broken type for
 * a named scalar in an array.
 */
export function scalarListField(name: string, type: ScalarName, options: FieldOptions = {}) {
  const {required = false, initialValue: _, placeholder: __, ...rest} = options
  const list = scalarOptions(type)
  return defineField({
    ...rest,
    name,
    type: 'array',
    of: [defineArrayMember({type: 'string', ...(list.length > 0 && {options: {list}})})],
    ...(list.length > 0 ? {options: {list}} : {options: {layout: 'tags'}}),
    validation: (rule) => {
      const checked = rule.custom(unique).custom((values: unknown) => memberProblems(type, values))
      return required ? checked.required().min(1) : checked
    },
  })
}

/**
 * Defines a field and its translations: the field has the text in the default language, `<name>Translations`
 * has the others.
 */
export function translatedField(
  name: string,
  type: 'line' | 'paragraph',
  options: FieldOptions = {},
) {
  return [scalarField(name, type, options), translationsField(name, type, options)]
}

/** Defines the translations of a field. */
export function translationsField(
  name: string,
  type: 'line' | 'lines' | 'paragraph' | 'richText',
  {title, group, fieldset}: FieldOptions = {},
) {
  const typeName = `internationalizedArray${type.charAt(0).toUpperCase()}${type.slice(1)}`
  return defineField({
    ...(group !== undefined && {group}),
    ...(fieldset !== undefined && {fieldset}),
    name: `${name}Translations`,
    title: `${title ?? name}: translations`,
    type: typeName,
  })
}

/** Defines the alternative text of an image. */
export function altField() {
  return scalarField('alt', 'line', {
    title: 'Alternative text',
    description: 'Describes the image for screen readers. Defaults to the name.',
  })
}

/** Defines a slug generated from another field. Sanity checks that it is unique in its document type. */
export function slugField(source: string, options: {group?: string} = {}) {
  return defineField({
    ...options,
    name: 'slug',
    type: 'slug',
    title: 'Slug',
    description: `Identifies this document in links, such as spring-all-hands. Generate it from the ${source}.`,
    options: {source, maxLength: 96},
    validation: (rule) =>
      rule.required().custom((slug) => {
        if (!slug) return true
        return scalarProblem('slugText', slug.current ?? '') ?? true
      }),
  })
}

function memberProblems(
  type: ScalarName,
  values: unknown,
): true | {message: string; path: [number]}[] {
  if (!Array.isArray(values)) return true
  const problems = values.flatMap((value, index): {message: string; path: [number]}[] => {
    const message = scalarProblem(type, value)
    return message ? [{message, path: [index]}] : []
  })
  return problems.length === 0 ? true : problems
}
