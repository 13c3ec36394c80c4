/** The ports on this machine that a program under `lake exec` uses. */
export interface RedirectPorts {
  gateway: number
  lake: number
}

const variable = 'SANITY_LAKE_PORTS'

/** Returns the variable that hands the ports to the program and to everything that it starts. */
export function portsVariable({gateway, lake}: RedirectPorts): Record<string, string> {
  return {[variable]: `${gateway},${lake}`}
}

export function readPorts(
  env: Readonly<Record<string, string | undefined>>,
): RedirectPorts | undefined {
  const [gateway, lake] = (env[variable] ?? '').split(',').map(Number)
  return gateway && lake ? {gateway, lake} : undefined
}
