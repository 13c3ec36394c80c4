/** Returns the slug of the page of a topic. @example topicSlug('Supply chain') // 'supply-chain' */
export function topicSlug(topic: string): string {
  return topic
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}
