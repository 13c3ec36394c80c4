import sanity from '@sanity/astro'
import {defineConfig} from 'astro/config'

export default defineConfig({
  output: 'server',
  integrations: [
    sanity({
      projectId: process.env['SANITY_PROJECT_ID'],
      dataset: process.env['SANITY_DATASET'],
      apiVersion: '2025-02-19',
      useCdn: false,
    }),
  ],
})
