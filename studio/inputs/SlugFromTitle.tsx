import {fieldsOf, publishedId, textOf} from '@touchpoints/schemas/reading'
import {useEffect, useRef} from 'react'
import {type ObjectInputProps, set, useEditState, useFormValue} from 'sanity'

import {followingSlug} from '../documents/followingSlug.ts'

/** Long enough that the slug is not rewritten for each letter. */
const pauseMs = 400

/**
 * Input for a slug that follows the title of a document until it is published or someone writes the slug.
 *
 * Opening a document writes nothing: only a title that changes here does.
 */
export function SlugFromTitle(props: ObjectInputProps) {
  const {value, schemaType, onChange, readOnly} = props
  // A project can generate its slugs with a function. Then no field is followed.
  const source = textOf(fieldsOf(schemaType.options)['source']) ?? ''
  const title = textOf(useFormValue([source])) ?? ''
  const id = textOf(useFormValue(['_id'])) ?? ''
  const type = textOf(useFormValue(['_type'])) ?? ''
  // Links name the slug of a published document, so it stays.
  const isPublished = useEditState(publishedId(id), type).published !== null
  const previous = useRef(title)
  const slug = textOf(value?.['current'])
  useEffect(() => {
    if (title === previous.current) return undefined
    const timer = setTimeout(() => {
      const next = followingSlug({before: previous.current, after: title, slug})
      previous.current = title
      if (next !== undefined && !readOnly && !isPublished)
        onChange(set({_type: 'slug', current: next}))
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [title, slug, readOnly, isPublished, onChange])
  return props.renderDefault(props)
}
