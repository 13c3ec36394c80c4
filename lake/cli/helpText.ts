import {optionRows} from './options.ts'

const width = 100

/** Returns the text that `--help` prints. */
export function helpText(): string {
  return [
    usage,
    [
      'Options:',
      ...table([
        ...optionRows(),
        ['-h, --help', 'show this help'],
        ['-v, --version', 'show the version'],
      ]),
    ].join('\n'),
    notes,
  ].join('\n\n')
}

const usage = `A Sanity Content Lake on this machine: the HTTP API of the hosted service, without account and network.

Usage:
  lake [options]                    run the lake of the Sanity project in this folder until Ctrl-C
  lake exec [options] -- PROGRAM    run a program, such as \`npx sanity dataset list\`, with the lake in
                                    place of the hosted service. Uses the lake that runs for this
                                    folder, or starts one until the program ends`

const notes = `In CI:
  lake exec --memory --seed fixtures.ndjson -- npm test

Environment: SANITY_LAKE_TOKEN. The files .env, .env.local and .env.development are read for sanity.cli.ts.
Exit code: 0 after a signal, 1 after an error. \`exec\` exits as its program does.`

/** Formats two columns and wraps the second. */
function table(rows: readonly (readonly [string, string])[]): string[] {
  const first = Math.max(...rows.map(([name]) => name.length))
  return rows.flatMap(([name, text]) =>
    wrap(width - first - 4, text).map(
      (line, index) => `  ${(index === 0 ? name : '').padEnd(first)}  ${line}`,
    ),
  )
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
