import {createHandler, type Handler, type HandlerOptions} from '../http/createHandler.ts'

/**
 * `createHandler` of touchpoints/http as a route of Next: `events.json`, `calendar.ics` and the feeds.
 * It leaves compressing to Next, which does it for every answer and takes `content-encoding` off a
 * route's (16.4, server/send-response.js): what is compressed before that arrives unreadable.
 *
 * @example
 * // app/api/[name]/route.ts
 * export const GET = calendarRoute({loader, siteUrl: 'https://example.org', basePath: '/api'})
 */
export function calendarRoute(options: Omit<HandlerOptions, 'compress'>): Handler {
  return createHandler({...options, compress: false})
}
