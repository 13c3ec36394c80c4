import type {MiddlewareHandler} from 'astro'

import {environment, now} from './loader.ts'
import {isMonth} from './time/dates.ts'
import {isZone} from './time/wording.ts'

/** Reads what a request asks for. What cannot be read counts as not asked: an old link still opens. */
export const onRequest: MiddlewareHandler = (context, next) => {
  const zone = context.url.searchParams.get('zone') ?? ''
  const month = context.url.searchParams.get('month') ?? ''
  context.locals.view = {
    now: now(),
    moving: environment.now === undefined,
    ...(isZone(zone) && {zone}),
    ...(isMonth(month) && {month}),
  }
  return next()
}
