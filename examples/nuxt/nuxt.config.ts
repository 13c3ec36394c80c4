import {createRequire} from 'node:module'

const require = createRequire(import.meta.url)

export default defineNuxtConfig({
  compatibilityDate: '2026-10-01',
  // Elements of the browser, not components of Vue.
  vue: {compilerOptions: {isCustomElement: (tag) => tag.startsWith('touchpoints-')}},
  nitro: {
    externals: {
      // The thread that reads calendars. Nothing imports its file, so the build would leave it out.
      traceInclude: [require.resolve('@touchpoints/calendar/fetch/worker')],
    },
  },
})
