import {ThListIcon} from '@sanity/icons/ThList'
import {createElement, lazy} from 'react'
import type {Tool} from 'sanity'

// Loaded when it is opened, so that the Studio starts as quickly as without it.
const LazyTool = lazy(async () => ({default: (await import('./SeasonTool.tsx')).SeasonTool}))

/** Studio tool that plans six months of all series: see their dates, and fill, move, hold and cancel several. */
export const seasonTool: Tool = {
  name: 'season',
  title: 'Season planner',
  icon: ThListIcon,
  component: () => createElement(LazyTool),
}
