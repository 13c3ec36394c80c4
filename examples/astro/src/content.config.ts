import {defineCollection} from 'astro:content'
import {touchpointsLoader} from 'touchpoints/astro'

import {loader} from './loader.ts'

export const collections = {
  touchpoints: defineCollection({loader: touchpointsLoader({loader, collection: 'touchpoints'})}),
  workingGroups: defineCollection({
    loader: touchpointsLoader({loader, collection: 'workingGroups'}),
  }),
}
