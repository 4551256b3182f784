/** Een proef tegen vreemde software. De loper (`scripts/interop.mjs`) draait elke `*.interop.ts` in deze map. */
export interface Proefloop {
  /** Eigen map voor sleutels en instellingen; verdwijnt na afloop. */
  readonly map: string
  /** Draait een stap en meldt haar uitslag op één regel. Een fout is een mislukte stap, en de proef gaat door. */
  slaagt(naam: string, stap: () => Promise<void>): Promise<void>
  /** Meldt luid dat een deel niet kon draaien, en waarom. */
  slaOver(naam: string, reden: string): void
}

export interface Interopproef {
  readonly naam: string
  /** Beëindigt zelf alles wat zij start, ook bij een fout. */
  draai(loop: Proefloop): Promise<void>
}
