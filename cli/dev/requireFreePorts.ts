import {createServer} from 'node:net'

import {CliError} from '../CliError.ts'
import {portVariables, type Service, type Settings} from './settings.ts'

/**
 * Checks that the ports of the services that will start are free.
 *
 * @throws CliError that names each port in use, and proposes free ports
 */
export async function requireFreePorts(
  {ports}: Pick<Settings, 'ports'>,
  services: readonly Service[],
): Promise<void> {
  const free = await Promise.all(services.map((service) => isFree(ports[service])))
  const occupied = services.filter((_, index) => !free[index])
  if (occupied.length === 0) return
  const lines = occupied.map(
    (service) =>
      `Port ${ports[service]}, the port of the ${service}, is already in use. ${portVariables[service]} sets another port.`,
  )
  const taken = new Set(Object.values(ports))
  const proposals: string[] = []
  for (const service of occupied) {
    const port = await nextFreePort(ports[service], taken)
    if (port === undefined) continue
    taken.add(port)
    proposals.push(`${portVariables[service]}=${port}`)
  }
  const proposal =
    proposals.length === 0
      ? ''
      : `, or set ${proposals.join(' ')}, which ${proposals.length === 1 ? 'is' : 'are'} free, and start again`
  throw new CliError(
    'port-in-use',
    `${lines.join('\n')}\nStop the program that uses it${proposal}.`,
  )
}

/** How far to look. Above 65535 there are no ports. */
const searched = 200

async function nextFreePort(port: number, taken: ReadonlySet<number>): Promise<number | undefined> {
  const last = Math.min(port + searched, 65_535)
  for (let candidate = port + 1; candidate <= last; candidate++) {
    if (!taken.has(candidate) && (await isFree(candidate))) return candidate
  }
  return undefined
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
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'),
    )
    server.listen({port, host, exclusive: true}, () => server.close(() => resolve(true)))
  })
}
