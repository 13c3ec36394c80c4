const loopback = 'http://localhost:* http://*.localhost:* http://127.0.0.1:*'
const loopbackSockets = 'ws://localhost:* ws://*.localhost:* ws://127.0.0.1:*'

/** Requested only when an editor pastes a YouTube link or asks for the title. */
const videoTitles = 'https://www.youtube.com/oembed'

/**
 * HTTP headers for a Studio with a local Content Lake. The browser then blocks requests to other hosts.
 *
 * Without them, the Studio sends requests to five hosts when it starts: for a font, a newer version, a
 * dashboard script and error reports. It needs none of them, and each fails offline.
 *
 * Images can come from any host, so that an editor sees a linked image. Inline scripts and eval are
 * allowed, because the bundler's development client needs them.
 */
export const localOnlyHeaders = {
  'Content-Security-Policy': [
    `default-src 'self' ${loopback} data: blob:`,
    `script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:`,
    `style-src 'self' 'unsafe-inline'`,
    `connect-src 'self' ${loopback} ${loopbackSockets} ${videoTitles} data: blob:`,
    `img-src 'self' ${loopback} https: data: blob:`,
    `frame-ancestors 'self'`,
  ].join('; '),
} as const
