/** Een instelling die niet klopt. */
export interface ConfigFout {
  readonly instelling: string
  readonly waarde: string
  readonly uitleg: string
}
