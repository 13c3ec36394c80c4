import {leaveTo} from './leaveTo.ts'
import {pageNow} from './pageNow.ts'

/** Leads from the calendar of the month in which the site was built to that of the current month, if it has one. */
export function startInOwnMonth(): void {
  const calendar = document.querySelector<HTMLElement>('[data-month]')
  const {month, months = ''} = calendar?.dataset ?? {}
  const current = pageNow(document).slice(0, 7)
  if (month === undefined || month >= current || !months.split(' ').includes(current)) return
  const url = new URL(location.href)
  url.pathname = `${url.pathname.replace(/\/?$/, '/')}${current}/`
  leaveTo(url, {replaces: true})
}
