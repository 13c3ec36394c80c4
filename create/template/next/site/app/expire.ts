'use server'

import {updateTag} from 'next/cache'

/**
 * Expires what Next has cached, because an open page has seen a change. Anyone can call a server action. Each
 * call costs one render, as every visit of a page without a cache does.
 */
export async function expire() {
  updateTag('touchpoints')
}
