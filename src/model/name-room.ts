const FIRST_BYTES = 1 << 10

/** How many slots there are for the first names. */
export const FIRST_SLOTS: number = 1 << 7

/** How many names there is room for at first. */
export const FEW_NAMES = 32

/** What names are gathered in, as long as they are few. */
export interface Room {
  readonly bytes: Uint8Array
  readonly words: DataView
  readonly starts: Uint32Array
  readonly hashes: Uint32Array
  readonly slots: Uint32Array
}

/** The room that was given back last: most texts are short, and making a room takes longer than filling it. */
let spare: Room | undefined

/** A room whose slots are empty. */
export function takeRoom(): Room {
  const room = spare ?? newRoom()
  spare = undefined
  return room
}

/** Lets others use a room, of which nothing may be kept. */
export function giveRoom(room: Room): void {
  room.slots.fill(0)
  spare = room
}

function newRoom(): Room {
  const bytes = new Uint8Array(FIRST_BYTES)
  return {
    bytes,
    words: new DataView(bytes.buffer),
    starts: new Uint32Array(FEW_NAMES),
    hashes: new Uint32Array(FEW_NAMES),
    slots: new Uint32Array(FIRST_SLOTS),
  }
}
