/**
 * Preloaded into Node programs. Resolves `<project>.localhost` to this machine, as browsers do (RFC 6761,
 * section 6.3), because Node uses the resolver of the operating system.
 */
import dns from 'node:dns'
import {syncBuiltinESMExports} from 'node:module'

const original = dns.lookup
dns.lookup = Object.assign(
  (hostname: string, ...rest: unknown[]) =>
    Reflect.apply(original, dns, [
      hostname.endsWith('.localhost') ? 'localhost' : hostname,
      ...rest,
    ]),
  original,
)
syncBuiltinESMExports()
