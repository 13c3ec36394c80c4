'use client'

import type {DetailedHTMLProps, HTMLAttributes, ReactNode} from 'react'
import '@touchpoints/elements'

/** Keeps "next" and "live now" right in the open page; what stands within shows until it has loaded. */
export function Next({children}: {children: ReactNode}) {
  return <touchpoints-next src="/api/events.json">{children}</touchpoints-next>
}

export function Calendar({children}: {children: ReactNode}) {
  return <touchpoints-calendar src="/api/events.json">{children}</touchpoints-calendar>
}

type ElementProps = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {src: string}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'touchpoints-next': ElementProps
      'touchpoints-calendar': ElementProps
    }
  }
}
