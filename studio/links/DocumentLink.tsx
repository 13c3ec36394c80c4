import {Button, Card} from '@sanity/ui'
import {linkTo, sitePath} from '@touchpoints/calendar/links'
import type {ReactNode} from 'react'
import {type IntentParameters, useIntentLink, useLink} from 'sanity/router'

/** A row that opens a document. */
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

/** A row that opens another place of the Studio, by the path to it. */
export function PlaceLink({place, children}: {place: string; children: ReactNode}) {
  const link = useLink({href: place})
  const path = sitePath(place)
  if (path === undefined) return children
  return (
    <Card as="a" data-as="a" padding={2} radius={2} href={linkTo(path)} {...link}>
      {children}
    </Card>
  )
}

interface IntentButtonProps {
  text: string
  intent: 'create' | 'edit'
  params: IntentParameters
}

/** A link that looks like the buttons beside it. */
export function IntentButton({text, intent, params}: IntentButtonProps) {
  const link = useIntentLink({intent, params})
  return <Button as="a" mode="ghost" fontSize={1} padding={3} text={text} {...link} />
}
