import {ownUrl, type SafeUrl} from '@touchpoints/calendar/links'

/** Returns the link to an email address. The address cannot add a subject or further recipients. */
export function mailto(address: string): SafeUrl {
  return ownUrl(`mailto:${encodeURIComponent(address).replace('%40', '@')}`)
}
