import type {Collector} from '../collector.ts'
import {type Fact, isPlaceholder} from '../fact.ts'
import {readDate} from '../writtenDate.ts'

export interface Term {
  from?: string
  to?: string
  note?: string
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Reads "January 2026 - December 2026", "2025-01-01 to 2026-12-31", "2024–2026" or "until June 2026". */
export function readTerm(fact: Fact | undefined, out: Collector): Term {
  if (!fact || isPlaceholder(fact.text)) return {}
  out.understood(fact.text)
  const marked = /\\?\*+\s*$/.test(fact.text)
  const text = fact.text.replaceAll(/\\?\*+/g, '').trim()
  const until = /^(?:until|through|till|ends?:?)\s+(.+)$/i.exec(text)?.[1]
  const since = /^(?:since|from)\s+(.+)$/i.exec(text)?.[1]
  const [first = '', second = ''] =
    /^(.+?\d{2,4}(?:-\d{2}-\d{2})?)\s*(?:to|until|through|[-–—])\s*(.+)$/i.exec(text)?.slice(1) ?? [
      since ?? (until === undefined ? text : ''),
      until ?? '',
    ]
  const isYear = /^20\d{2}$/.test(text)
  const [from, to] = [dayOf(first, 'first'), dayOf(isYear ? text : second, 'last')]
  if (from === undefined && to === undefined) {
    out.leftover(fact.line, fact.text, 'This is no term with dates.')
    return {}
  }
  if (marked) {
    out.leftover(fact.line, `${fact.text}`, 'The mark * refers to a note below the table.')
  }
  return {...(from !== undefined && {from}), ...(to !== undefined && {to})}
}

function dayOf(text: string, end: 'first' | 'last'): string | undefined {
  const exact = /\d{4}-\d{2}-\d{2}|\d.*[a-z].*\d{4}|[a-z].*\d{1,2},?\s+\d{4}/i.test(text)
  if (exact) return readDate(text, '')?.date
  const [, name = '', year = ''] =
    /^(?:([a-z]{3})[a-z]*\.?,?\s+)?(20\d{2})$/i.exec(text.trim()) ?? []
  const [, isoYear = '', isoMonth = ''] = /^(20\d{2})-(\d{2})$/.exec(text.trim()) ?? []
  const month = isoMonth === '' ? months.indexOf(name.toLowerCase()) + 1 : Number(isoMonth)
  const inYear = year || isoYear
  if (inYear === '' || (name !== '' && month === 0)) return undefined
  const number = month === 0 ? (end === 'first' ? 1 : 12) : month
  const day = end === 'first' ? 1 : new Date(Date.UTC(Number(inYear), number, 0)).getUTCDate()
  return `${inYear}-${String(number).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
