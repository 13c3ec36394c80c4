import {pageFolders} from '../pageFolders.ts'
import {fieldsOf, textOf} from '../reading/stored.ts'
import type {Rule} from './finding.ts'

const folders: readonly string[] = Object.values(pageFolders)

/** Reports a session with the address of a list. The list would be shown in its place. */
export const reservedSlugRule = {
  code: 'reserved-slug',
  check: ({slug}) => {
    const text = textOf(fieldsOf(slug)['current'])
    if (text === undefined || !folders.includes(text)) return []
    const message = `The site has its own page at “${text}”, so nobody could open this session. Use another slug, such as “${text}-session” or “2025-03-12-${text}”.`
    return [{level: 'error', path: ['slug'], message}]
  },
} as const satisfies Rule
