import {touchpointsSite} from '@touchpoints/site'
import {defineConfig} from 'astro/config'

// Pages of your own go into src/pages/. Styles: touchpointsSite({styles: ['./src/own.css']}).
export default defineConfig({
  root: import.meta.dirname,
  integrations: [touchpointsSite()],
})
