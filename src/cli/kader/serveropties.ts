import type { Command } from 'commander'

export interface Serveropties {
  readonly server?: string
  readonly sleutelBestand?: string
}

/** Voegt `--server` en `--sleutel-bestand` toe. */
export function metServer<T extends Command>(opdracht: T): T {
  return opdracht
    .option('--server <url>', 'laat deze server het werk doen; anders LEERROUTE_SERVER, anders deze computer')
    .option('--sleutel-bestand <bestand>', 'bestand met uw sleutel, dat alleen u kunt lezen; anders LEERROUTE_SLEUTEL')
}
