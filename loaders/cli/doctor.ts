import type {Diagnosis} from './doctor/diagnosis.ts'
import {progressLine} from './progressLine.ts'
import {readArguments} from './readArguments.ts'

const usage = `Usage: touchpoints doctor [options]

Looks for what keeps it from working here: this machine's Node and time zones, configuration, the Content
Lake and its tokens, which origins may ask it, the calendars' feeds, the clock.

  --links  every link of every document, too: dead or moved for good
  --json   findings as JSON

Fails (exit code 1) when something is broken.`

/** `touchpoints doctor` */
export async function doctor(args: string[]): Promise<void> {
  const {values} = readArguments(
    args,
    {
      links: {type: 'boolean', default: false},
      json: {type: 'boolean', default: false},
      help: {type: 'boolean', short: 'h', default: false},
    },
    usage,
  )
  if (values.help) return console.log(usage)
  // Loaded when it is needed: `--help` should not wait for a parser and a client.
  const {examine} = await import('./doctor/examine.ts')
  const {connect} = await import('./connection.ts')
  const connection = connect({env: process.env, folder: process.cwd(), now: new Date()})
  const progress = progressLine()
  const diagnoses = await examine(connection, process.env, {links: values.links, progress})
  progress('')
  console.log(values.json ? JSON.stringify(diagnoses, null, 2) : report(diagnoses))
  if (diagnoses.some(({state}) => state === 'broken')) process.exitCode = 1
}

const marks = {ok: ['✓', 32], doubtful: ['!', 33], broken: ['✗', 31]} as const

function report(diagnoses: readonly Diagnosis[]): string {
  const colours = process.stdout.isTTY && !process.env['NO_COLOR']
  const lines = diagnoses.map(({state, about, message}) => {
    const [mark, colour] = marks[state]
    return `${colours ? `\u001B[${colour}m${mark}\u001B[0m` : mark} ${about}: ${message}`
  })
  const count = (state: Diagnosis['state']) =>
    diagnoses.filter((each) => each.state === state).length
  return `${lines.join('\n')}\n\n${count('broken')} broken, ${count('doubtful')} doubtful, ${count('ok')} in order.`
}
