import {apiVersion} from '@touchpoints/schemas/defaults'
import {useEffect, useMemo, useState} from 'react'
import {useDocumentStore, useWorkspace} from 'sanity'

import {welcomeMemory} from './welcomeMemory.ts'
import {isOffered, opensByItself} from './welcomeMode.ts'

export interface WelcomeView {
  /**
   * How the overview shows the welcome: as the first screen, as an offer above the other sections, or not at all.
   * Undefined until it is known whether a session is published.
   */
  mode: 'open' | 'offered' | 'hidden' | undefined
  open: () => void
  /** Shows the overview. It offers the welcome. */
  close: () => void
  /** Does not offer it again in this browser. */
  dismiss: () => void
}

const published =
  'defined(*[_type == "touchpoint" && !(_id in path("drafts.**")) && !(_id in path("versions.**"))][0]._id)'

/** Returns whether the welcome is shown instead of the overview, and how to change that. */
export function useWelcomeMode(): WelcomeView {
  const documentStore = useDocumentStore()
  const {projectId, dataset} = useWorkspace()
  const memory = useMemo(
    () => welcomeMemory({projectId, dataset}, () => globalThis.localStorage),
    [projectId, dataset],
  )
  const [hasPublished, setHasPublished] = useState(false)
  const [stored, setStored] = useState(() => memory.read())
  const [isOpen, setIsOpen] = useState<boolean>()
  useEffect(() => {
    const show = (has: boolean) => {
      const opens = opensByItself({hasPublished: has, memory: memory.read()})
      setHasPublished(has)
      // Decided once: it stays open when its session is published, because the last step shows where.
      setIsOpen((before) => before ?? opens)
      if (!opens) return
      memory.write('opened')
      setStored('opened')
    }
    const following = documentStore
      .listenQuery(
        {fetch: published, listen: '*[_type == "touchpoint"]'},
        {},
        {apiVersion, perspective: 'raw', throttleTime: 1000},
      )
      // Without a connection, the overview says so.
      .subscribe({next: (result) => show(result === true), error: () => show(true)})
    return () => following.unsubscribe()
  }, [documentStore, memory])
  const offered = isOffered({hasPublished, memory: stored})
  return {
    mode: isOpen === undefined ? undefined : isOpen ? 'open' : offered ? 'offered' : 'hidden',
    open: () => setIsOpen(true),
    close: () => setIsOpen(false),
    dismiss: () => {
      memory.write('dismissed')
      setStored('dismissed')
      setIsOpen(false)
    },
  }
}
