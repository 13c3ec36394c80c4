import type {CliOutcome} from './outcome.ts'

type OutcomeWithLine = Extract<CliOutcome, {line: string}>

/** Returns the Markdown of what each command does on a lake, for docs/lake.md. */
export function cliTable(
  outcomes: readonly CliOutcome[],
  {version, date}: {version: string; date: string},
): string {
  const works = outcomes.filter((one) => one.kind === 'works')
  const withLine = (kind: OutcomeWithLine['kind']) =>
    outcomes.filter((one): one is OutcomeWithLine => one.kind === kind)
  const fails = withLine('fails')
  return [
    `Measured with \`@sanity/cli\` ${version} on ${date}. ${counts(outcomes)}`,
    '',
    'These commands work:',
    '',
    row('Topic', 'Commands'),
    row('---', '---'),
    ...[...byTopic(works)].map(([topic, commands]) => row(topic, commands.join(', '))),
    '',
    'These commands need the hosted service, and print why:',
    '',
    row('Commands', 'What they print'),
    row('---', '---'),
    ...[...byLine(withLine('refuses'))].map(([line, commands]) => row(commands.join(', '), line)),
    '',
    'These commands do not use a Content Lake, so the script does not run them:',
    '',
    row('Commands', 'What they do'),
    row('---', '---'),
    ...[...byLine(withLine('unrelated'))].map(([line, commands]) => row(commands.join(', '), line)),
    '',
    ...(fails.length === 0
      ? ['No command fails in another way.']
      : [
          '**These commands fail**:',
          '',
          row('Command', 'Output'),
          row('---', '---'),
          ...fails.map(({command, line}) => row(`\`${command}\``, line)),
        ]),
  ].join('\n')
}

function counts(outcomes: readonly CliOutcome[]): string {
  const count = (kind: CliOutcome['kind']) => outcomes.filter((one) => one.kind === kind).length
  return `Of ${outcomes.length} commands, ${count('works')} work, ${count('refuses')} say why they cannot, ${count('unrelated')} need no lake, and ${count('fails')} fail.`
}

/** Groups `datasets alias link` under `datasets` as `alias link`. Commands of one word have no topic. */
function byTopic(outcomes: readonly Extract<CliOutcome, {kind: 'works'}>[]): Map<string, string[]> {
  const topics = new Map<string, string[]>()
  for (const {command, note} of outcomes) {
    const [topic = '', ...rest] = command.split(' ')
    const name = `\`${rest.length === 0 ? topic : rest.join(' ')}\`${note ? ` (${note})` : ''}`
    const key = rest.length === 0 ? '' : `\`${topic}\``
    topics.set(key, [...(topics.get(key) ?? []), name])
  }
  return topics
}

function byLine(outcomes: readonly OutcomeWithLine[]): Map<string, string[]> {
  const lines = new Map<string, string[]>()
  for (const {command, line} of outcomes) {
    lines.set(line, [...(lines.get(line) ?? []), `\`${command}\``])
  }
  return lines
}

function row(...cells: string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`
}

function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;')
}
