import {isMonth} from '@touchpoints/words/dates'

import {leaveTo} from './leaveTo.ts'
import {pageNow} from './pageNow.ts'

/**
 * Leads to the page of a static site that an address means: the month or the part of a list that a server would read
 * from its query, and the current month from the calendar of the month in which the site was built.
 */
export function startAtPath(): void {
  const end = monthPath() ?? partPath()
  if (end === undefined) return
  const url = new URL(location.href)
  url.pathname = `${url.pathname.replace(/\/?$/, '/')}${end}`
  url.searchParams.delete('month')
  url.searchParams.delete('page')
  leaveTo(url, {replaces: true})
}

function monthPath(): string | undefined {
  const calendar = document.querySelector<HTMLElement>('[data-month]')
  const {month, months = ''} = calendar?.dataset ?? {}
  if (month === undefined) return undefined
  const requested = new URL(location.href).searchParams.get('month') ?? ''
  const shown = isMonth(requested) ? requested : pageNow(document).slice(0, 7)
  const isNeeded = isMonth(requested) ? shown !== month : shown > month
  return isNeeded && months.split(' ').includes(shown) ? `${shown}/` : undefined
}

function partPath(): string | undefined {
  const part = new URL(location.href).searchParams.get('page') ?? ''
  if (!/^[1-9]\d{0,2}$/.test(part)) return undefined
  const end = `page/${part}/`
  return document.querySelector(`.parts a[href$="/${end}"]`) ? end : undefined
}
