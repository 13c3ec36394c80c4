import type {APIRoute} from 'astro'

import {partFeed} from '../../../../../http/partFeed.ts'
import {storedTopic} from '../../../../../http/storedTopic.ts'
import {partFeeds} from '../../../../../static/feedPaths.ts'

export const getStaticPaths = () => partFeeds('others')

/** Serves the feeds of groups, series and topics at the addresses that a static site has for them. */
export const GET: APIRoute = ({params, locals}) =>
  partFeed(
    {
      language: params['language'],
      folder: params['folder'] ?? '',
      slug: params['slug'] ?? '',
      name: params['name'] ?? '',
    },
    (slug) => storedTopic(locals.loader, locals.view, slug),
  )
