import {parseConfig} from './readConfigFile.ts'
import type {Settings} from './settings.ts'

/** Returns the front matter of a page. Empty when it has none, or when its generator could not read it either. */
export function frontMatter(source: string): Settings {
  const yaml = /^---\r?\n([^]*?)\r?\n---/.exec(source)?.[1]
  const toml = /^\+\+\+\r?\n([^]*?)\r?\n\+\+\+/.exec(source)?.[1]
  const json = /^\{[^]*?\n\}/.exec(source)?.[0]
  try {
    if (yaml !== undefined) return parseConfig('.yaml', yaml)
    if (toml !== undefined) return parseConfig('.toml', toml)
    if (json !== undefined) return parseConfig('.json', json)
  } catch {
    return {}
  }
  return {}
}
