import {HomeIcon} from '@sanity/icons/Home'
import {createElement} from 'react'
import type {Tool} from 'sanity'

import {OverviewTool} from './OverviewTool.tsx'

/**
 * Returns the Studio's first screen: this week, what waits, and what is not published.
 *
 * @param eventsUrl - URL of the merged calendar with drafts, for the state of the feeds
 */
export function overviewTool(eventsUrl: string | undefined): Tool {
  return {
    name: 'overview',
    title: 'Overview',
    icon: HomeIcon,
    component: () => createElement(OverviewTool, {eventsUrl}),
  }
}
