import type {LiveChanges} from 'touchpoints/preview'

/** The changes that a static build follows: it reads its content once, and a connection would keep it running. */
export const noChanges: LiveChanges = {
  subscribe: () => () => {},
  position: () => '',
  isConnected: () => true,
  onLost: () => () => {},
  reconnect: () => {},
}
