import {PortInUseError} from '../errors.ts'
import {type RunningLake, serve} from '../serve.ts'
import {CommandError} from './CommandError.ts'
import {type CommandLake, openCommandLake} from './commandLake.ts'
import type {Project} from './project/findProject.ts'
import type {Values} from './readArguments.ts'
import {readCertificate} from './readCertificate.ts'
import {readPort} from './readPort.ts'
import {writeRunningNote} from './runningNote.ts'
import type {Shell} from './shell.ts'

export interface ServedLake extends CommandLake {
  server: RunningLake
  close: () => Promise<void>
}

export interface ServeCommandOptions {
  defaultPort: number
  /** Finds the project. Defaults to that of the current folder and the options. */
  find?: () => Promise<Project>
}

/**
 * Opens the lake of the command and serves it.
 *
 * @throws CommandError, LakeError. Nothing is open then.
 */
export async function serveCommandLake(
  values: Values,
  shell: Shell,
  {defaultPort, find}: ServeCommandOptions,
): Promise<ServedLake> {
  const port = readPort(values.port, defaultPort)
  const tls = readCertificate(values, shell.folder)
  const opened = await openCommandLake(values, shell, find)
  const {lake, folder, project} = opened
  try {
    const server = await serve(lake, {
      port,
      ...(values.host && {host: values.host}),
      ...(tls && {tls}),
    })
    const note = {address: server.url, pid: process.pid, ...project.datasets[0]}
    const forget = folder === undefined ? () => {} : writeRunningNote(folder, note)
    return {
      ...opened,
      server,
      close: async () => {
        forget()
        await server.close()
        lake.close()
      },
    }
  } catch (error) {
    lake.close()
    if (!(error instanceof PortInUseError)) throw error
    const message = `Port ${port} is in use. Stop the program that uses it, or choose another port with --port, such as --port 0 for a free one.`
    throw new CommandError('usage', message, {cause: error})
  }
}
