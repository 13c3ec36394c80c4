import {Button, Card, Flex, Text} from '@sanity/ui'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {fieldsOf, refOf, textOf} from '@touchpoints/schemas/reading'
import {type RefObject, useEffect, useRef, useState} from 'react'
import {
  type FormPatch,
  type ObjectInputProps,
  type SanityClient,
  set,
  setIfMissing,
  unset,
  useClient,
} from 'sanity'

import {firstFreeSlug} from '../documents/firstFreeSlug.ts'
import {messageOf} from '../messageOf.ts'
import {readSeries, seriesWithoutQuery, type StoredSeries} from '../series/readSeries.ts'
import {type FilledField, fillFromSeries, type SeriesFill} from './fillFromSeries.ts'

interface SeriesFillNoteProps {
  form: ObjectInputProps
  /** Published id. */
  id: string
  /** Whether someone has been in this form. */
  isUsed: Readonly<RefObject<boolean>>
}

/** Fills a new session from the series that was selected, says what it filled, and can undo it. */
export function SeriesFillNote({form, id, isUsed}: SeriesFillNoteProps) {
  const client = useClient({apiVersion})
  const [fill, setFill] = useState<SeriesFill>()
  const seriesId = refOf(form.value?.['series'])
  const previousId = useRef(seriesId)
  // The fields can change while the series is read.
  const latest = useRef(form)
  useEffect(() => {
    latest.current = form
  })
  useEffect(() => {
    const before = previousId.current
    previousId.current = seriesId
    if (seriesId === before || seriesId === undefined || !isUsed.current) return undefined
    let isCurrent = true
    const fillIn = async () => {
      const ownIds = [id, `drafts.${id}`]
      const read = (each: string | undefined) => seriesOf(client, each, ownIds)
      const [previous, next] = await Promise.all([read(before), read(seriesId)])
      if (!isCurrent || !next) return
      const now = new Date().toISOString()
      const document = fieldsOf(latest.current.value)
      const result = fillFromSeries({document, previous, next, now})
      const fields = await Promise.all(
        result.fields.map((field) => withFreeSlug(client, field, ownIds)),
      )
      if (!isCurrent) return
      latest.current.onChange(patchesOf(fields, 'value'))
      setFill({...result, fields})
    }
    fillIn().catch((error: unknown) => {
      const text = `Could not read the series (${messageOf(error)}). Enter the date and the other fields yourself.`
      if (isCurrent) setFill({text, fields: []})
    })
    return () => {
      isCurrent = false
    }
  }, [client, id, isUsed, seriesId])
  return (
    <div aria-live="polite">
      {fill && (
        <Card
          padding={3}
          radius={2}
          border
          marginBottom={4}
          tone="transparent"
          data-testid="series-fill"
        >
          <Flex gap={3} align="center" wrap="wrap">
            <Text size={1}>{fill.text}</Text>
            {fill.fields.length > 0 && (
              <Button
                type="button"
                mode="bleed"
                padding={2}
                fontSize={1}
                text="Undo"
                onClick={() => {
                  form.onChange(patchesOf(fill.fields, 'before'))
                  setFill(undefined)
                }}
              />
            )}
          </Flex>
        </Card>
      )}
    </div>
  )
}

async function seriesOf(
  client: SanityClient,
  seriesId: string | undefined,
  ownIds: readonly string[],
): Promise<StoredSeries | undefined> {
  if (seriesId === undefined) return undefined
  // Drafts of sessions fill their dates too.
  const options = {perspective: 'drafts'} as const
  return readSeries(await client.fetch<unknown>(seriesWithoutQuery, {seriesId, ownIds}, options))
}

async function withFreeSlug(client: SanityClient, field: FilledField, ownIds: readonly string[]) {
  const wanted = textOf(fieldsOf(field.value)['current'])
  if (field.path[0] !== 'slug' || wanted === undefined) return field
  const current = await firstFreeSlug(client, {type: 'touchpoint', wanted, ownIds})
  return {...field, value: {_type: 'slug', current}}
}

const parents = {schedule: 'schedule', links: 'meetingLinks'} as const

function patchesOf(fields: readonly FilledField[], which: 'value' | 'before'): FormPatch[] {
  const names = new Set(fields.map(({path: [first]}) => first))
  return [
    ...Object.entries(parents).flatMap(([name, _type]) =>
      names.has(name) ? [setIfMissing({_type}, [name])] : [],
    ),
    ...fields.map((field) => {
      const value = field[which]
      return value === undefined ? unset([...field.path]) : set(value, [...field.path])
    }),
  ]
}
