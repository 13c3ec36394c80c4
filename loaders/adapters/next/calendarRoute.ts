import {
  checkHandlerOptions,
  createHandler,
  type Handler,
  type HandlerOptions,
} from '../http/createHandler.ts'

/**
 * Returns `createHandler` of touchpoints/http as a route of Next: `events.json`, `calendar.ics` and the
 * feeds. Next compresses every response itself and removes `content-encoding` from a route (16.4,
 * server/send-response.js), so a response that is already compressed would be unreadable.
 *
 * @example
 * // app/api/[name]/route.ts
 * export const GET = calendarRoute({loader, siteUrl: 'https://example.org', basePath: '/api'})
 */
export function calendarRoute(options: Omit<HandlerOptions, 'compress'>): Handler {
  checkHandlerOptions('calendarRoute', options)
  return createHandler({...options, compress: false})
}
