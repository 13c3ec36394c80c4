import type {APIRoute} from 'astro'

import {legendSheet} from '../../calendar/legendSheet.ts'
import {sheetResponse} from '../../http/sheetResponse.ts'

/** Serves the calendars' colors and checkbox rules. The URL contains a version, so that a changed color gets a new URL. */
export const GET: APIRoute = (context) =>
  sheetResponse(context, async (loader) => {
    const calendars = await loader.calendars()
    return {...calendars, sheet: legendSheet(calendars.data)}
  })
