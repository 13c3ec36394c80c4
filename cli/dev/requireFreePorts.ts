import {createServer} from 'node:net'

import {CliError} from '../CliError.ts'
import {portVariables, type Settings} from './settings.ts'

/**
 * @throws CliError that names each port in use and the variable that moves it
 */
export async function requireFreePorts({ports}: Settings): Promise<void> {
  const services = ['site', 'studio', 'lake'] as const
  const free = await Promise.all(services.map((service) => isFree(ports[service])))
  const taken = services.filter((_, index) => !free[index])
  if (taken.length === 0) return
  const lines = taken.map(
    (service) =>
      `Port ${ports[service]}, where the ${service} should run, is in use: ${portVariables[service]} sets another.`,
  )
  const example = taken.map((service) => `${portVariables[service]}=${ports[service] + 1}`)
  throw new CliError(
    'port-in-use',
    `${lines.join('\n')}\nStop what runs there, or start with ${example.join(' ')} npm start`,
  )
}

/** On both loopback addresses: a server on ::1 alone would answer for `localhost` in its stead. */
async function isFree(port: number): Promise<boolean> {
  const answers = await Promise.all([canListen(port, '127.0.0.1'), canListen(port, '::1')])
  return answers.every(Boolean)
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    // A machine without IPv6 says EADDRNOTAVAIL: nobody listens there either.
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE'))
    server.listen({port, host, exclusive: true}, () => server.close(() => resolve(true)))
  })
}
