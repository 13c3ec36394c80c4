'use client'

import type {ReactNode} from 'react'
import '@touchpoints/elements/react'

/** Updates "next" and "live now" in the open page. Shows its children until the element has loaded. */
export function Next({children}: {children: ReactNode}) {
  return <touchpoints-next src="/api/events.json">{children}</touchpoints-next>
}

export function Calendar({children}: {children: ReactNode}) {
  return <touchpoints-calendar src="/api/events.json">{children}</touchpoints-calendar>
}
