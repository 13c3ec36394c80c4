import {touchpointsSite} from '@touchpoints/site'
import {defineConfig} from 'astro/config'

/** The site of the sample community, as in a project of a user's own. */
export default defineConfig({
  // Relative to this folder, not to the working directory.
  root: import.meta.dirname,
  server: {port: 4321},
  integrations: [touchpointsSite()],
})
