import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {connect} from 'node:net'
import {join} from 'node:path'
import type {DatasetName} from '../datasets/datasetName.ts'
import {isRunning} from './isRunning.ts'

/** The process that serves the lake of a data folder. */
export interface RunningNote extends DatasetName {
  /** Such as `http://localhost:3900`. */
  address: string
  /** Process id. */
  pid: number
}

const fileName = 'running.json'

/**
 * Notes in the data folder where its lake is served, so that `lake exec` and other commands find it. Only the process that has the data
 * files open may note it. Returns a function that removes the note.
 */
export function writeRunningNote(folder: string, note: RunningNote): () => void {
  const file = join(folder, fileName)
  try {
    writeFileSync(file, `${JSON.stringify(note)}\n`)
  } catch {
    // A full disk. Other commands then ask for the lake to be stopped.
  }
  return () => rmSync(file, {force: true})
}

/**
 * Reads the note. It is out of date after a process was killed: use it only while the data files are in use, or after
 * `isServing`.
 */
export function readRunningNote(folder: string): RunningNote | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(join(folder, fileName), 'utf8'))
    const {address, pid, projectId, dataset} = Object(note)
    if (typeof address !== 'string' || typeof pid !== 'number') return undefined
    if (typeof projectId !== 'string' || typeof dataset !== 'string') return undefined
    return {address, pid, projectId, dataset}
  } catch {
    return undefined
  }
}

const connectMilliseconds = 2_000

/** Returns whether the process of a note runs, and something listens at its address. */
export async function isServing({address, pid}: RunningNote): Promise<boolean> {
  if (!isRunning(pid) || !URL.canParse(address)) return false
  const {hostname, port, protocol} = new URL(address)
  const socket = connect({
    // Of an IPv6 address in brackets.
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port || (protocol === 'https:' ? 443 : 80)),
    timeout: connectMilliseconds,
  })
  return new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('timeout', () => resolve(false))
  }).finally(() => socket.destroy())
}
