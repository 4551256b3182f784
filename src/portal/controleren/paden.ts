import type { Controledoel } from '../../aanlevering/index.ts'

export function padVan(doel: Controledoel): string {
  return doel === 'controleren' ? '/controleren' : '/vergelijken'
}
