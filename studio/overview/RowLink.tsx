import {Card} from '@sanity/ui'
import type {ReactNode} from 'react'
import {useIntentLink, useLink} from 'sanity/router'

/** Opens a document. */
export function DocumentLink({
  id,
  type,
  children,
}: {
  id: string
  type: string
  children: ReactNode
}) {
  const link = useIntentLink({intent: 'edit', params: {id, type}})
  return (
    <Card as="a" data-as="a" padding={2} radius={2} {...link}>
      {children}
    </Card>
  )
}

/** Opens another place of the Studio. */
export function PlaceLink({href, children}: {href: string; children: ReactNode}) {
  const link = useLink({href})
  return (
    <Card as="a" data-as="a" padding={2} radius={2} href={href} {...link}>
      {children}
    </Card>
  )
}
