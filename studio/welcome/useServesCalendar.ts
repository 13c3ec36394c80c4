import {useEffect, useState} from 'react'

import {servesCalendar} from './servesCalendar.ts'

/**
 * Returns whether the site serves our calendar. True until the first answer, so that links of a new project do not
 * move.
 *
 * @param feed - address of the calendar feed. Undefined without a site
 * @param round - asks again when it changes, such as after the first session is published
 */
export function useServesCalendar(feed: string | undefined, round: string | undefined): boolean {
  const [serves, setServes] = useState(true)
  useEffect(() => {
    if (feed === undefined) return undefined
    const controller = new AbortController()
    const fetch = globalThis.fetch.bind(globalThis)
    void servesCalendar(feed, {fetch, signal: controller.signal}).then((answer) => {
      if (!controller.signal.aborted) setServes(answer)
    })
    return () => controller.abort()
  }, [feed, round])
  return serves
}
