const loopback = 'http://localhost:* http://*.localhost:* http://127.0.0.1:*'
const loopbackSockets = 'ws://localhost:* ws://*.localhost:* ws://127.0.0.1:*'

/** Asked for a video's title when an editor pastes its link, and at no other time. */
const videoTitles = 'https://www.youtube.com/oembed'

/**
 * Headers for the page of a Studio whose content lives on this machine: the browser itself keeps the
 * Studio from asking anyone else. Without them its boot asks five hosts for a font, a newer version, a
 * script of the dashboard, and to report errors; each fails offline, and none is needed.
 *
 * Pictures may come from anywhere: an editor who pastes a link to one wants to see it.
 * Scripts written into the page and eval are what the bundler's own client needs while developing.
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
