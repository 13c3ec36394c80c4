import type {NextConfig} from 'next'

export default {
  // It also works bundled, but each build takes a fifth longer.
  serverExternalPackages: ['touchpoints'],
} satisfies NextConfig
