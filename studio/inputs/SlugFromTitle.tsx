import {Stack} from '@sanity/ui'
import {wallClock} from '@touchpoints/calendar/time'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {fieldsOf, publishedId, textOf} from '@touchpoints/schemas/reading'
import {useEffect, useRef} from 'react'
import {type ObjectInputProps, set, useClient, useEditState, useFormValue} from 'sanity'

import {firstFreeSlug} from '../documents/firstFreeSlug.ts'
import {followingSlug} from '../documents/followingSlug.ts'
import {SlugConflictNote} from '../form/SlugConflictNote.tsx'

/** Long enough that the slug is not rewritten for each letter. */
const pauseMs = 400

/**
 * Input for a slug that follows the title of a document, and the date of a session, until it is published or
 * someone writes the slug. If another document has the slug, it gets a number.
 *
 * Opening a document writes nothing: only a title or a date that changes here does.
 */
export function SlugFromTitle(props: ObjectInputProps) {
  const {value, schemaType, onChange, readOnly} = props
  const client = useClient({apiVersion})
  // A project can generate its slugs with a function. Then no field is followed.
  const source = textOf(fieldsOf(schemaType.options)['source']) ?? ''
  const title = textOf(useFormValue([source])) ?? ''
  const id = publishedId(textOf(useFormValue(['_id'])) ?? '')
  const type = textOf(useFormValue(['_type'])) ?? ''
  const date = dateOf(useFormValue(['schedule']))
  // Links name the slug of a published document, so it stays.
  const isPublished = useEditState(id, type).published !== null
  const slug = textOf(value?.['current'])
  const previous = useRef({title, date})
  const known = useRef(slug)
  const written = useRef(slug)
  const write = (current: string) => onChange(set({_type: 'slug', current}))
  useEffect(() => {
    // Something else has written the slug, such as the series that fills a session: it is for this title and date.
    if (slug !== known.current && slug !== written.current) previous.current = {title, date}
    known.current = slug
    const before = previous.current
    if (title === before.title && date === before.date) return undefined
    let isCurrent = true
    const timer = setTimeout(() => {
      const wanted = followingSlug({before, after: {title, date}, slug})
      previous.current = {title, date}
      if (wanted === undefined || readOnly || isPublished) return
      void firstFreeSlug(client, {type, wanted, ownIds: [id, `drafts.${id}`]})
        // Without an answer, the check of the field says if the slug is taken.
        .catch(() => wanted)
        .then((current) => {
          if (!isCurrent) return
          written.current = current
          onChange(set({_type: 'slug', current}))
        })
    }, pauseMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [client, date, id, isPublished, onChange, readOnly, slug, title, type])
  return (
    <Stack gap={3}>
      {props.renderDefault(props)}
      {slug !== undefined && <SlugConflictNote type={type} slug={slug} id={id} onUse={write} />}
    </Stack>
  )
}

function dateOf(schedule: unknown): string | undefined {
  const [start, timeZone] = [
    textOf(fieldsOf(schedule)['start']),
    textOf(fieldsOf(schedule)['timeZone']),
  ]
  if (start === undefined || timeZone === undefined) return undefined
  try {
    return wallClock(start, timeZone).date
  } catch {
    // The form reports an invalid start or time zone.
    return undefined
  }
}
