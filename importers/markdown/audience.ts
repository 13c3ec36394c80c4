import {textOf} from '@touchpoints/schemas/reading'

import type {Choice} from '../plan/plan.ts'
import type {Collector} from './collector.ts'

/** What words say about who may come. */
export type AudienceReading =
  | {kind: 'everyone'; words: string}
  | {kind: 'members'; words: string}
  /** The words name people, and not whether anyone else may come. */
  | {kind: 'open'; words: string}

const people =
  'members?|maintainers?|contributors?|committers?|chairs?|leads?|participants|employees|customers|sponsors|partners'
const everyone = new RegExp(
  String.raw`\bopen to (?:all|everyone|everybody|anyone|the public)\b(?!\s+(?:[\w-]+\s+){0,3}(?:${people})\b)` +
    String.raw`|\b(?:anyone|everyone|everybody|all)\s+(?:is|are|can|may)\s+(?:always\s+|very\s+)?(?:welcome|invited|come|join|attend|participate|take part|listen)` +
    String.raw`|\bopen to the (?:whole |wider )?(?:public|world)\b|\bpublic meetings?\b|\beveryone welcome\b|^(?:everyone|everybody|anyone|public|all)$`,
  'i',
)
const members =
  /\bmembers?[- ]only\b|\bonly (?:for|open to) (?:[\w-]+ ){0,2}members\b|\bfor (?:our )?members only\b|\b(?:restricted|limited) to (?:[\w-]+ ){0,2}members\b|\bclosed (?:meeting|session|to the public)\b|\binvit(?:ation|e)[- ]only\b|\bby invitation\b|^members?$/i
const named = new RegExp(
  String.raw`\b(?:general|voting|steering|associate|gold|platinum|silver|premier|board|committee|individual|corporate)\s+(?:${people})\b|\b(?:for|open to)\s+(?:all\s+)?(?:[\w-]+\s+){0,2}(?:${people})\b|\b(?:members?|member)\s+(?:meetings?|calls?|sessions?)\b`,
  'i',
)

/**
 * Reads who may come from words of a page. "Everyone" needs words that say that anyone may come.
 *
 * @example readAudience('Open to all, bring questions') // {kind: 'everyone', words: 'Open to all'}
 * @example readAudience('General Members') // {kind: 'open', words: 'General Members'}
 */
export function readAudience(text: string): AudienceReading | undefined {
  const closed = members.exec(text)
  const anyone = everyone.exec(text)
  // "Open to all; the second half is members only" has two audiences.
  if (closed && anyone) return {kind: 'open', words: `${anyone[0]} … ${closed[0]}`}
  if (closed) return {kind: 'members', words: closed[0]}
  if (anyone) return {kind: 'everyone', words: anyone[0]}
  const some = named.exec(text)
  return some ? {kind: 'open', words: some[0]} : undefined
}

const choices: readonly Choice[] = [
  {label: 'Everyone', set: {audience: 'everyone'}},
  {label: 'Members', set: {audience: 'members'}},
]

type Noted = Map<string, {line: number; words?: string; ids: Set<string>}>

function note(
  noted: Noted,
  key: string,
  id: string,
  line: number,
  words: string | undefined,
): void {
  const group = noted.get(key) ?? {
    line,
    ids: new Set<string>(),
    ...(words !== undefined && {words}),
  }
  noted.set(key, group)
  group.ids.add(id)
}

export interface Audiences {
  /**
   * Sets the audience of a meeting from the nearest words, or notes that it is open.
   *
   * @param texts - words about the meeting, the nearest first
   * @param series - id of the series that shares the answer
   */
  set: (id: string, texts: readonly string[], line: number, series?: string) => void
  /** Adds one question for each series with its sessions. */
  report: () => void
}

export function createAudiences(out: Collector): Audiences {
  const open: Noted = new Map()
  const settled: Noted = new Map()
  return {
    set: (id, texts, line, series = id) => {
      if (out.get(id)?.['audience'] !== undefined) return
      const [reading] = texts.flatMap((text) => readAudience(text) ?? [])
      if (reading && reading.kind !== 'open') {
        const type = id.startsWith('touchpoint-') ? 'touchpoint' : 'series'
        out.add(type, id.slice(type.length + 1), {audience: reading.kind}, line)
        note(
          settled,
          JSON.stringify([series, reading.words, reading.kind]),
          id,
          line,
          reading.words,
        )
        return
      }
      const key = JSON.stringify([series, reading?.words])
      note(open, key, id, line, reading?.words)
    },
    report: () => {
      for (const {line, words, ids} of settled.values()) {
        const [document = '', ...alsoIn] = ids
        const message = `"${words}" was read as a meeting for ${textOf(out.get(document)?.['audience'])}.`
        const others = alsoIn.length > 0 ? {alsoIn} : {}
        out.verify(line, {code: 'uncertain', message, document, ...others, choices})
      }
      for (const {line, words, ids} of open.values()) {
        const [document = '', ...alsoIn] = [...ids].filter(
          (id) => out.get(id)?.['audience'] === undefined,
        )
        if (document === '') continue
        const title = textOf(out.get(document)?.['title']) ?? document
        out.ask(line, {
          code: 'which-audience',
          message:
            words === undefined
              ? `The page does not say who may come to "${title}".`
              : `"${words}" names people. Is "${title}" for members only, or may anyone come?`,
          document,
          ...(alsoIn.length > 0 && {alsoIn}),
          choices,
        })
      }
    },
  }
}
