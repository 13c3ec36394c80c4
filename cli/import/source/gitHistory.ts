import {type GitOptions, runGit} from './runGit.ts'

export type HistoryOptions = Pick<GitOptions, 'env' | 'timeout' | 'signal'>

/**
 * Returns the date of the last change of each file, `YYYY-MM-DD`. A rename alone is no change: the date of
 * the file under its old name counts.
 *
 * Reads the log once, newest first, and stops when every file has a date. One `git log` for each file took
 * 40 ms a file.
 *
 * @param folder - inside the repository. Paths are relative to it
 * @throws CliError when the folder has no history that git reads
 */
export async function gitHistory(
  folder: string,
  paths: readonly string[],
  options: HistoryOptions,
): Promise<ReadonlyMap<string, string>> {
  const dates = new Map<string, string>()
  /** The wanted file by its name at this point of the log. */
  const wanted = new Map(paths.map((path) => [path, path]))
  let date = ''
  let buffer = ''
  const args = [
    'log',
    '--relative',
    '--format=%x01%cs',
    '--name-status',
    '-M100%',
    '--no-show-signature',
    '-z',
    'HEAD',
    '--',
    '.',
  ]
  const fields = fieldReader(
    (status, names) => {
      const [name = '', renamed] = names
      const current = renamed ?? name
      const path = wanted.get(current)
      if (path === undefined) return
      wanted.delete(current)
      if (status === 'R100') wanted.set(name, path)
      else dates.set(path, date)
    },
    (next) => {
      date = next
    },
  )
  await runGit(['-C', folder, ...args], {
    ...options,
    protocols: [],
    onOutput: (text) => {
      buffer += text
      const parts = buffer.split('\0')
      buffer = parts.pop() ?? ''
      parts.forEach(fields)
      return wanted.size > 0
    },
  })
  fields(buffer)
  return dates
}

/** Reads `\u0001date`, and a status with one path, or with two for a rename. */
function fieldReader(
  onChange: (status: string, names: readonly string[]) => void,
  onDate: (date: string) => void,
): (field: string) => void {
  let status = ''
  let names: string[] = []
  return (field) => {
    const text = field.replace(/^\n+/, '')
    if (text.startsWith('\u0001')) {
      const [date = '', rest = ''] = text.slice(1).split('\n')
      onDate(date)
      status = rest
      return
    }
    if (status === '') {
      status = text
      return
    }
    names.push(text)
    if (names.length < (/^[RC]/.test(status) ? 2 : 1)) return
    onChange(status, names)
    status = ''
    names = []
  }
}
