import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/** The process that serves the lake of a data folder. */
export interface RunningLake {
  /** Such as `http://localhost:3900`. */
  address: string
  /** Process id. */
  pid: number
}

const fileName = 'running.json'

/**
 * Notes in the data folder where its lake is served, so that other commands find it. Only the process that has the
 * lake's file open may note it. Returns a function that removes the note.
 */
export function noteRunningLake(dataFolder: string, address: string): () => void {
  const file = join(dataFolder, fileName)
  const note: RunningLake = {address, pid: process.pid}
  try {
    writeFileSync(file, `${JSON.stringify(note)}\n`)
  } catch {
    // A full disk. The other commands then ask for the lake to be stopped.
  }
  return () => rmSync(file, {force: true})
}

/**
 * Reads the note. It is out of date when a process was killed: use it only while the lake's file is in use.
 */
export function readRunningLake(dataFolder: string): RunningLake | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(join(dataFolder, fileName), 'utf8'))
    const address: unknown = Reflect.get(Object(note), 'address')
    const pid: unknown = Reflect.get(Object(note), 'pid')
    return typeof address === 'string' && typeof pid === 'number' ? {address, pid} : undefined
  } catch {
    return undefined
  }
}
