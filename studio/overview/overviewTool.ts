import {HomeIcon} from '@sanity/icons/Home'
import {createElement} from 'react'
import type {Tool} from 'sanity'

import {OverviewTool} from './OverviewTool.tsx'

/**
 * Returns the Studio's first screen: this week, what waits, and what is not published.
 *
 * While no session is published, it is the welcome instead.
 *
 * @param options.eventsUrl - URL of the merged calendar with drafts, for the state of the feeds
 * @param options.previewUrl - address of the site, for links to it
 */
export function overviewTool(options: {
  eventsUrl: string | undefined
  previewUrl: string | undefined
}): Tool {
  return {
    name: 'overview',
    title: 'Overview',
    icon: HomeIcon,
    component: () => createElement(OverviewTool, options),
  }
}
