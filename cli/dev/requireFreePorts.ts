import {createServer} from 'node:net'

import {CliError} from '../CliError.ts'
import {portVariables, type Settings} from './settings.ts'

/**
 * Checks that every port is free.
 *
 * @throws CliError that names each port in use and the variable that changes it
 */
export async function requireFreePorts({ports}: Settings): Promise<void> {
  const services = ['site', 'studio', 'lake'] as const
  const free = await Promise.all(services.map((service) => isFree(ports[service])))
  const occupied = services.filter((_, index) => !free[index])
  if (occupied.length === 0) return
  const lines = occupied.map(
    (service) =>
      `Port ${ports[service]}, the port of the ${service}, is already in use. ${portVariables[service]} sets another port.`,
  )
  const example = occupied.map((service) => `${portVariables[service]}=${ports[service] + 1}`)
  throw new CliError(
    'port-in-use',
    `${lines.join('\n')}\nStop the program that uses it, or set ${example.join(' ')} and start again.`,
  )
}

/** Checks both loopback addresses: a server on ::1 alone would receive the requests to `localhost`. */
async function isFree(port: number): Promise<boolean> {
  const results = await Promise.all([canListen(port, '127.0.0.1'), canListen(port, '::1')])
  return results.every(Boolean)
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    // A machine without IPv6 reports EADDRNOTAVAIL: nothing can listen there either.
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE'))
    server.listen({port, host, exclusive: true}, () => server.close(() => resolve(true)))
  })
}
