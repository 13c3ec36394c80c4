import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import {root} from '../../support/workspaces.ts'

/** Fields with a name of somebody or something. */
const nameFields = new Set(['name', 'shortName', 'title', 'heading'])

/** Hosts of services that any project may name. */
const services = new Set([
  'calendar.google.com',
  'docs.google.com',
  'github.com',
  'join.slack.com',
  'www.youtube.com',
])

/**
 * Returns the names and hosts in the content of the sample communities. A name of one word counts if no dictionary
 * has it: with two capitals, or with a digit.
 */
export function sampleWords(): readonly string[] {
  const words = new Set(['OSPO', 'TODO', 'Lantern', 'todogroup'])
  for (const file of globSync('content/{todo,lantern}/*.ndjson', {cwd: root})) {
    const lines = readFileSync(join(root, file), 'utf8').split('\n').filter(Boolean)
    for (const line of lines) collect(JSON.parse(line), words)
  }
  return [...words].toSorted()
}

function collect(value: unknown, words: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, each] of Object.entries<unknown>({...value})) {
    if (typeof each !== 'string') {
      collect(each, words)
      continue
    }
    const host =
      each.startsWith('https:') && URL.canParse(each) ? new URL(each).hostname : undefined
    if (host !== undefined) {
      if (!services.has(host)) words.add(host)
    } else if (nameFields.has(key) && isName(each)) {
      words.add(each)
    }
  }
}

function isName(text: string): boolean {
  if (text.length > 60) return false
  const parts = text.split(/[\s,.:()/–-]+/).filter((part) => /^\p{Lu}/u.test(part))
  return parts.length > 1 || /\p{Lu}.*\p{Lu}/u.test(text)
}

/** Returns the sample words in a text, as whole words. */
export function sampleWordsIn(text: string, words: readonly string[]): string[] {
  return words.filter((word) => {
    const escaped = word.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
    return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'u').test(text)
  })
}
