import type {Options} from './readArguments.ts'

export interface Helped {
  name: string
  operands?: {usage: string}
  about: string
  options: Options
  notes?: string
}

const width = 100

/** @example usageLine(declaration) // 'Usage: touchpoints import FILE [options]' */
export function usageLine({name, operands}: Pick<Helped, 'name' | 'operands'>): string {
  return ['Usage: touchpoints', name, ...(operands ? [operands.usage] : []), '[options]'].join(' ')
}

/** What `--help` prints. */
export function helpText(command: Helped): string {
  const {about, options, notes} = command
  const rows: [string, string][] = [
    ...Object.entries(options).map(([name, {value, help, default: fallback}]) => {
      const stated = typeof fallback === 'string' ? `${help} (default: ${fallback})` : help
      return [value ? `--${name} ${value}` : `--${name}`, stated] satisfies [string, string]
    }),
    ['-h, --help', 'show this help'],
  ]
  return [
    usageLine(command),
    paragraphs(about),
    ['Options:', ...table(rows)].join('\n'),
    ...(notes ? [paragraphs(notes)] : []),
  ].join('\n\n')
}

/** Two columns, the second broken into lines. */
export function table(rows: readonly (readonly [string, string])[]): string[] {
  const first = Math.max(...rows.map(([name]) => name.length))
  return rows.flatMap(([name, text]) =>
    brokenAt(width - first - 4, text).map(
      (line, index) => `  ${(index === 0 ? name : '').padEnd(first)}  ${line}`,
    ),
  )
}

/** Paragraphs are divided by an empty line; one whose lines are indented is printed as it is. */
function paragraphs(text: string): string {
  return text
    .split('\n\n')
    .map((each) =>
      each.startsWith(' ') ? each : brokenAt(width, each.replaceAll('\n', ' ')).join('\n'),
    )
    .join('\n\n')
}

function brokenAt(columns: number, text: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
