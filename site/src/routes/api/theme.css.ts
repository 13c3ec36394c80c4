import type {APIRoute} from 'astro'

import {themeSheet} from '../../community/themeSheet.ts'
import {sheetResponse} from '../../http/sheetResponse.ts'

/** Serves the community's colors. The URL contains a version, so that a changed color gets a new URL. */
export const GET: APIRoute = (context) =>
  sheetResponse(context, async (loader) => {
    const community = await loader.community()
    return {...community, sheet: themeSheet(community.data) ?? {text: '', version: ''}}
  })
