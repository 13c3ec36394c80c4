import {defineCollection} from 'astro:content'
import {createLoader} from 'touchpoints'
import {touchpointsLoader} from 'touchpoints/astro'

const {SANITY_STUDIO_PROJECT_ID, SANITY_STUDIO_DATASET, SANITY_API_HOST} = process.env

const loader = createLoader({
  projectId: SANITY_STUDIO_PROJECT_ID ?? 'touchpoints',
  dataset: SANITY_STUDIO_DATASET ?? 'production',
  ...(SANITY_API_HOST && {apiHost: SANITY_API_HOST}),
})

export const collections = {
  touchpoints: defineCollection({loader: touchpointsLoader({loader, collection: 'touchpoints'})}),
  workingGroups: defineCollection({
    loader: touchpointsLoader({loader, collection: 'workingGroups'}),
  }),
}
