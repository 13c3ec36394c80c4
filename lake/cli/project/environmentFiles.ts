import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseEnv} from 'node:util'

/** The files that Sanity's commands read during development. A later one wins. */
const names = ['.env', '.env.local', '.env.development', '.env.development.local']

type Environment = Readonly<Record<string, string | undefined>>

/** Returns the variables of a process, with those of the files of a project. A variable of the process wins. */
export function withEnvironmentFiles(root: string, env: Environment): Environment {
  const variables: Record<string, string | undefined> = {}
  for (const name of names) Object.assign(variables, variablesIn(join(root, name)))
  return {...variables, ...env}
}

function variablesIn(file: string): Environment {
  try {
    return parseEnv(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}
