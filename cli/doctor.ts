import type {Diagnosis} from './doctor/diagnosis.ts'
import {progressLine} from './progressLine.ts'
import {readArguments} from './readArguments.ts'
import {hasColours, print, type Shell} from './shell.ts'

const usage = `Usage: touchpoints doctor [options]

Looks for what keeps it from working here: this machine's Node and time zones, configuration, the Content
Lake and its tokens, which origins may ask it, the calendars' feeds, the clock.

  --links            every link of every document, too: dead, moved for good, or not answering. Each is
                     asked once, one after the other on each host
  --allow-host HOST  ask links of this host although its address is private, such as wiki.internal
  --json             findings as JSON

Fails (exit code 1) when something is broken.`

/** `touchpoints doctor` */
export async function doctor(args: string[], shell: Shell): Promise<void> {
  const {values} = readArguments(
    args,
    {
      links: {type: 'boolean', default: false},
      'allow-host': {type: 'string', multiple: true, default: []},
      json: {type: 'boolean', default: false},
      help: {type: 'boolean', short: 'h', default: false},
    },
    usage,
  )
  if (values.help) return print(shell, usage)
  // Loaded when it is needed: `--help` should not wait for a parser and a client.
  const {examine} = await import('./doctor/examine.ts')
  const {connect} = await import('./connection.ts')
  const {guardedFetch} = await import('@touchpoints/calendar/fetch')
  const connection = connect({env: shell.env, folder: shell.folder, now: new Date()})
  const progress = progressLine(shell)
  const diagnoses = await examine(connection, shell.env, {
    progress,
    ...(values.links && {fetchLink: guardedFetch({allowHosts: values['allow-host']})}),
  })
  progress('')
  print(
    shell,
    values.json ? JSON.stringify(diagnoses, null, 2) : report(diagnoses, hasColours(shell)),
  )
  if (diagnoses.some(({state}) => state === 'broken')) shell.fail()
}

const marks = {ok: ['✓', 32], doubtful: ['!', 33], broken: ['✗', 31]} as const

function report(diagnoses: readonly Diagnosis[], colours: boolean): string {
  const lines = diagnoses.map(({state, about, message}) => {
    const [mark, colour] = marks[state]
    return `${colours ? `\u001B[${colour}m${mark}\u001B[0m` : mark} ${about}: ${message}`
  })
  const count = (state: Diagnosis['state']) =>
    diagnoses.filter((each) => each.state === state).length
  return `${lines.join('\n')}\n\n${count('broken')} broken, ${count('doubtful')} doubtful, ${count('ok')} in order.`
}
