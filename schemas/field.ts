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
 * A field that holds one scalar.
 *
 * A field's own `validation` replaces its named type's instead of adding to it (measured: required
 * scalars went unchecked), so `required` and the scalar's check are composed here and nowhere else.
 */
export function scalarField(name: string, type: ScalarName, options: FieldOptions = {}) {
  const {required = false, ...rest} = options
  const check = scalarCheck(type)
  // As a plain string: a union of three dozen names sends the definition's inference out of bounds.
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
 * A field that holds a list of one scalar, each value at most once.
 *
 * The members are plain strings, not the named type: extracting a schema loses a scalar's alias inside
 * an array (it answers a broken type).
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

/** What an image shows, for those who cannot see it. */
export function altField() {
  return scalarField('alt', 'line', {
    title: 'In words',
    description: 'What a screen reader says in place of the image. Empty: the name.',
  })
}

/** A slug made from another field, unique among documents of its type (Sanity's own check). */
export function slugField(source: string, options: {group?: string} = {}) {
  return defineField({
    ...options,
    name: 'slug',
    type: 'slug',
    title: 'Slug',
    description: 'The part of the address that names this document. Generate it from the title.',
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
