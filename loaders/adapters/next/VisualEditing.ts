'use client'

import {usePathname, useRouter} from 'next/navigation'
import {startTransition, useEffect, useRef} from 'react'

export interface VisualEditingProps {
  /** `z-index` of the overlays. */
  zIndex?: number
}

/**
 * Shows overlays of @sanity/visual-editing on elements that have the attribute of `edit`, and connects the page
 * with Presentation: a click opens the field in the Studio, and an edit refreshes the page. Render it in
 * draft mode only. It loads the overlays when it is rendered first, and needs @sanity/visual-editing.
 *
 * @example
 * // app/layout.tsx
 * const {isEnabled} = await draftMode()
 * return <body>{children}{isEnabled && <VisualEditing />}</body>
 */
export function VisualEditing({zIndex}: VisualEditingProps): null {
  const router = useRouter()
  const pathname = usePathname()
  const reportPlace = useRef(() => {})

  useEffect(() => {
    let stop = () => {}
    let isGone = false
    const start = async () => {
      const {enableVisualEditing} = await import('@sanity/visual-editing/enable-visual-editing')
      if (isGone) return
      stop = enableVisualEditing({
        ...(zIndex !== undefined && {zIndex}),
        refresh: async () => startTransition(() => router.refresh()),
        history: {
          subscribe: (navigate) => {
            reportPlace.current = () =>
              navigate({type: 'push', title: document.title, url: location.href})
            reportPlace.current()
            return () => {
              reportPlace.current = () => {}
            }
          },
          update: ({type, url}) => {
            if (type === 'pop') router.back()
            else if (type === 'replace') router.replace(url)
            else router.push(url)
          },
        },
      })
    }
    void start()
    return () => {
      isGone = true
      stop()
    }
  }, [router, zIndex])

  useEffect(() => reportPlace.current(), [pathname])
  return null
}
