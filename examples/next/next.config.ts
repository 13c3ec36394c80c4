import type {NextConfig} from 'next'

export default {
  // It runs in Node as it is. Bundled it works as well, and each build takes a fifth longer.
  serverExternalPackages: ['touchpoints'],
} satisfies NextConfig
