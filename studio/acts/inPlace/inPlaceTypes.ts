/** The document types that a reference field can create in place, with the words of their dialog. */
export const inPlaceTypes = {
  guest: {label: 'person', nameLabel: 'Name', hasOrganization: true, nameField: 'name'},
  organization: {
    label: 'organization',
    nameLabel: 'Name',
    hasOrganization: false,
    nameField: 'name',
  },
  // Its series and schedule are added in its own form. Publish says so if they are missing.
  touchpoint: {
    label: 'session',
    nameLabel: 'Title',
    hasOrganization: false,
    nameField: 'title',
  },
} as const satisfies Record<string, InPlaceWords>

interface InPlaceWords {
  label: string
  nameLabel: string
  hasOrganization: boolean
  nameField: 'name' | 'title'
}

export type InPlaceType = keyof typeof inPlaceTypes

export function isInPlaceType(name: string): name is InPlaceType {
  return Object.hasOwn(inPlaceTypes, name)
}
