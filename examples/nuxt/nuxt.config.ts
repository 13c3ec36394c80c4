export default defineNuxtConfig({
  compatibilityDate: '2026-10-01',
  // Elements of the browser, not components of Vue.
  vue: {compilerOptions: {isCustomElement: (tag) => tag.startsWith('touchpoints-')}},
})
