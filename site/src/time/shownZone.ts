/**
 * Returns the zone in which the server writes times: that of the address, or the community's. A script then
 * shows the visitor's, unless the address names one.
 *
 * @param announced - the zone of the announcement, for a site without a community document
 */
export function shownZone(
  {view, site}: Pick<App.Locals, 'view' | 'site'>,
  announced: string,
): string {
  return view.zone ?? site.community?.timeZone ?? announced
}
