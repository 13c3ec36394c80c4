/** Words of labels, headings and joints between facts. They carry no fact of their own. */
export const fieldWords: ReadonlySet<string> = new Set(
  `the and for with from see via our all are this that here not has its will also per each into over than them they
  their you your who may can come about link links page list info details more click read join call room
  meeting meetings group groups working session sessions date time times when where slot region topic title talk
  speaker speakers guest guests host hosts recording recordings video videos slides notes minutes agenda channel
  channels slack zoom mailing repository repo repositories website leadership leaders chairs chair contact contacts
  members member people roles role name position organization company term status phase calendar calendars
  ical format public get past previous upcoming next webinars webinar talks events event schedule
  tba tbd none next active inactive community space learning contributor git github mail email`
    .split(/\s+/)
    .filter(Boolean),
)
