import {Button, Flex, Text} from '@sanity/ui'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'

import {type SlugConflict, slugConflict} from '../documents/firstFreeSlug.ts'

interface SlugConflictNoteProps {
  type: string
  slug: string
  /** Published id of the document with this slug. */
  id: string
  onUse: (slug: string) => void
}

/** Names the document that has the same slug, and proposes one that is free. Nothing if the slug is free. */
export function SlugConflictNote({type, slug, id, onUse}: SlugConflictNoteProps) {
  const client = useClient({apiVersion})
  const [found, setFound] = useState<SlugConflict & {slug: string}>()
  useEffect(() => {
    let isCurrent = true
    const ownIds = [id, `drafts.${id}`]
    slugConflict(client, {type, wanted: slug, ownIds})
      .then((conflict) => {
        if (isCurrent) setFound(conflict && {...conflict, slug})
      })
      // Sanity's own check says that it is taken, or could not be made either.
      .catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [client, id, slug, type])
  if (found?.slug !== slug) return null
  const {free, title} = found
  return (
    <Flex gap={3} align="center" wrap="wrap" data-testid="slug-conflict" role="alert">
      <Text size={1} style={{color: 'var(--card-badge-critical-fg-color)'}}>
        “{title}” has this slug.
      </Text>
      {free !== undefined && (
        <Button
          type="button"
          mode="ghost"
          padding={2}
          fontSize={1}
          text={`Use ${free}`}
          onClick={() => onUse(free)}
        />
      )}
    </Flex>
  )
}
