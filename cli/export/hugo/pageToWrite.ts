import {posix} from 'node:path'

import {hugoShortcodes} from 'touchpoints/hugo'

import type {HugoLanguage} from './hugoLanguages.ts'
import type {MeetingsPagePlace} from './meetingsPageOf.ts'

export interface PageToWriteRequest {
  place: MeetingsPagePlace
  language: Pick<HugoLanguage, 'content' | 'suffix'>
  /** Modules with unknown pages. */
  unknown: readonly string[]
  /** Files of earlier exports. */
  written: ReadonlyMap<string, string>
}

/**
 * Decides about the meetings page of one language. In doubt, the export writes none, because two pages with one address
 * would hide each other. A page of an earlier export stays.
 *
 * @returns the file to write, or what a person should know
 */
export function pageToWrite({place, language, unknown, written}: PageToWriteRequest): {
  name: string | undefined
  note: string | undefined
} {
  if (place.kind === 'own') return {name: undefined, note: ownNote(place)}
  const file = posix.join(language.content, `${place.name}${language.suffix}.md`)
  const reason =
    place.kind === 'unclear'
      ? `${place.page.file} can have the same address`
      : unknown.length > 0
        ? `the pages of ${unknown.join(', ')} are unknown, because the module is not in the folder of the site`
        : undefined
  if (reason === undefined || written.has(file)) return {name: place.name, note: undefined}
  const note = [
    `The site may have a meetings page: ${reason}. So the export did not write ${file}. To show content of the Studio, add {{< touchpoints/meetings >}} to your page. If you have none, write that file:`,
    '  ---',
    '  title: Meetings',
    '  ---',
    '',
    '  {{< touchpoints/meetings >}}',
  ]
  return {name: undefined, note: note.join('\n')}
}

/** Says how a page of the site can show the content of the Studio. Nothing more, when it does. */
function ownNote({file, page}: Extract<MeetingsPagePlace, {kind: 'own'}>): string {
  const used = [...(page?.shortcodes ?? [])]
  if (used.some((name) => name.startsWith('touchpoints/'))) {
    return `${file} is the site's own meetings page, and shows content of the Studio.`
  }
  const calls = Object.entries(hugoShortcodes)
    .filter(([name]) => name !== 'session' && name !== 'group')
    .map(([name, about]) => `  ${`{{< touchpoints/${name} >}}`.padEnd(36)}${about}`)
  return [
    `The site has its own meetings page, ${file}. It stays as it is. To show content of the Studio there, add these shortcodes:`,
    ...calls,
  ].join('\n')
}
