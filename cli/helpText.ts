import type {Options} from './readArguments.ts'

export interface HelpContent {
  name: string
  operands?: {usage: string}
  about: string
  options: Options
  notes?: string
}

const width = 100

/**
 * Returns the usage line of a command.
 *
 * @example usageLine(declaration) // 'Usage: touchpoints import FILE [options]'
 */
export function usageLine({name, operands}: Pick<HelpContent, 'name' | 'operands'>): string {
  return ['Usage: touchpoints', name, ...(operands ? [operands.usage] : []), '[options]'].join(' ')
}

/** Returns the text that `--help` prints. */
export function helpText(command: HelpContent): string {
  const {about, options, notes} = command
  const rows: [string, string][] = [
    ...Object.entries(options).map(([name, {value, help, default: fallback}]) => {
      const described = typeof fallback === 'string' ? `${help} (default: ${fallback})` : help
      return [value ? `--${name} ${value}` : `--${name}`, described] satisfies [string, string]
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

/** Formats two columns and wraps the second. */
export function table(rows: readonly (readonly [string, string])[]): string[] {
  const first = Math.max(...rows.map(([name]) => name.length))
  return rows.flatMap(([name, text]) =>
    wrap(width - first - 4, text).map(
      (line, index) => `  ${(index === 0 ? name : '').padEnd(first)}  ${line}`,
    ),
  )
}

/** Wraps paragraphs, which are separated by an empty line. An indented paragraph stays as written. */
function paragraphs(text: string): string {
  return text
    .split('\n\n')
    .map((each) =>
      each.startsWith(' ') ? each : wrap(width, each.replaceAll('\n', ' ')).join('\n'),
    )
    .join('\n\n')
}

function wrap(columns: number, text: string): string[] {
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
