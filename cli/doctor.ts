import {guardedFetch} from '@touchpoints/calendar/fetch'

import {readSilences} from './audit/readSilences.ts'
import {connect} from './connection.ts'
import {checkExtension} from './doctor/checkExtension.ts'
import type {Diagnosis} from './doctor/diagnosis.ts'
import {examine} from './doctor/examine.ts'
import {loadExtension} from './extension.ts'
import {progressLine} from './progressLine.ts'
import {hasColors, print, type Shell} from './shell.ts'

export interface DoctorRequest {
  /** Requests every link of every document. */
  links: boolean
  /** Hosts that may be requested despite a private address. */
  allowHosts: string[]
  json: boolean
  /** File with the extension of the project. */
  extension: string | undefined
  /** Compares our reading of the community's own calendars with another program's. */
  secondReading: boolean
}

/** Runs `touchpoints doctor`. */
export async function doctor(
  {links, allowHosts, json, extension, secondReading}: DoctorRequest,
  shell: Shell,
): Promise<void> {
  const now = new Date()
  const {env, folder} = shell
  // First without the extension: an invalid variable is no fault of it.
  const plain = connect({env, folder, now})
  const {loaded, diagnoses: ofExtension} = await checkExtension(
    () => loadExtension(extension, shell),
    (own) => connect({env, folder, now, extension: own}),
  )
  const connection = loaded ? connect({env, folder, now, extension: loaded.extension}) : plain
  const silences = await readSilences(undefined, folder)
  const progress = progressLine(shell)
  const examined = await examine(connection, env, {
    progress,
    now,
    silences,
    loaded,
    secondReading,
    ...(links && {fetchLink: guardedFetch({allowHosts})}),
  })
  const diagnoses = [...ofExtension, ...examined]
  progress('')
  print(shell, json ? JSON.stringify(diagnoses, null, 2) : report(diagnoses, hasColors(shell)))
  if (diagnoses.some(({state}) => state === 'fail')) shell.fail()
}

const marks = {ok: ['✓', 32], info: ['i', 36], warn: ['!', 33], fail: ['✗', 31]} as const

function report(diagnoses: readonly Diagnosis[], colors: boolean): string {
  const lines = diagnoses.map(({state, about, message}) => {
    const [mark, color] = marks[state]
    return `${colors ? `\u001B[${color}m${mark}\u001B[0m` : mark} ${about}: ${message}`
  })
  const count = (state: Diagnosis['state']) =>
    diagnoses.filter((each) => each.state === state).length
  const info = count('info') > 0 ? `${count('info')} info, ` : ''
  return `${lines.join('\n')}\n\n${count('ok')} ok, ${info}${count('warn')} warn, ${count('fail')} fail.`
}
