import {propertyAt, textAt} from '../results/path.ts'

/** Why there was no connection, or why it ended. */
export interface ConnectionFault {
  /** Such as `connection refused`. It contains no address. */
  detail: string
  /** What to do, when it is not about the network or the address. */
  advice?: string
  /** Whether the next attempt can succeed although nobody changes anything. */
  mayPass: boolean
}

/**
 * Returns why `fetch` failed. Node says "fetch failed", and the reason is the code of a cause. Bun has codes
 * of its own. Deno and workerd have sentences. Browsers hide the reason.
 */
export function connectionFault(error: unknown): ConnectionFault {
  const chain = causesOf(error)
  for (const each of chain.toReversed()) {
    const text = ['code', 'name', 'message'].map((name) => textAt(each, name)).join(' ')
    const known = faults.find(([pattern]) => pattern.test(text))
    if (known) return known[1]
  }
  return {detail: firstLine(chain.at(-1)), mayPass: true}
}

const certificate = {
  advice:
    'Correct the certificate of the server, or have the process trust it (NODE_EXTRA_CA_CERTS).',
  mayPass: false,
}
const protocol = {
  advice: 'Check whether apiHost begins with http:// or https://, and its port.',
  mayPass: false,
}

/** Codes of Node and of its fetch (undici), of Bun, and sentences of Deno, workerd and browsers. */
const faults: readonly (readonly [RegExp, ConnectionFault])[] = [
  [/CERT_HAS_EXPIRED|certificate: Expired/, {detail: 'certificate expired', ...certificate}],
  [/ALTNAME|NotValidForName/, {detail: 'the certificate is for another host', ...certificate}],
  [
    /SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET)|CERT_|UnknownIssuer|peer certificate/,
    {detail: 'certificate not trusted', ...certificate},
  ],
  [
    /WRONG_VERSION_NUMBER|ERR_SSL|EPROTO|InvalidContentType/,
    {detail: 'the server does not speak TLS', ...protocol},
  ],
  [
    /HPE_|HTTPParserError|InvalidHTTPResponse|Malformed_HTTP/,
    {detail: 'the answer is not HTTP', ...protocol},
  ],
  [/bad port/, {detail: 'bad port', ...protocol}],
  [/ERR_INVALID_URL|Invalid URL/i, {detail: 'invalid address', ...protocol}],
  [/EAI_AGAIN/, {detail: 'host not found, the name server does not answer', mayPass: true}],
  [
    /ENOTFOUND|FailedToOpenSocket|dns error|DNS lookup failed|failed to lookup address/i,
    {detail: 'host not found', mayPass: false},
  ],
  [/refused/i, {detail: 'connection refused', mayPass: true}],
  [
    /RESET|SOCKET|ConnectionClosed|EPIPE|Network connection lost|connection closed|terminated/,
    {detail: 'connection closed', mayPass: true},
  ],
  [/UNREACH|ENETDOWN/, {detail: 'no route to the host', mayPass: true}],
  [/TIMED?_?OUT|timed out/i, {detail: 'timed out', mayPass: true}],
  [
    /internal error; reference/,
    {detail: 'the runtime does not say why: host not found, or TLS', mayPass: true},
  ],
  [
    /Failed to fetch|NetworkError when|Load failed/,
    {
      detail: 'the browser does not say why',
      advice:
        'Check the network, and add the origin of this page to the CORS origins of the Content Lake.',
      mayPass: true,
    },
  ],
]

/** An error and its causes, the innermost last. A cycle or a long chain ends. */
function causesOf(error: unknown): unknown[] {
  const chain: unknown[] = []
  let current: unknown = error
  while (current !== undefined && current !== null && chain.length < 5) {
    chain.push(current)
    current = propertyAt(current, 'cause')
  }
  return chain
}

const maxLength = 200

/**
 * Returns the first line of an error's message, without the queries of addresses: a client's message can
 * contain 20 kB of encoded GROQ.
 */
export function firstLine(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  const short = line.replaceAll(/(https?:\/\/[^\s?#()]*)[?#][^\s()]*/g, '$1')
  return short.length > maxLength ? `${short.slice(0, maxLength)}…` : short
}
