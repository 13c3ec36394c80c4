import {createHandler} from 'touchpoints/http'

import {siteUrl} from '../utils/environment'
import {loader} from '../utils/loader'

/** events.json, calendar.ics, feed.json, feed.xml, recordings.json, recordings.xml and health. */
export default fromWebHandler(createHandler({loader, siteUrl, basePath: '/api'}))
