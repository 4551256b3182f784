/** De weg door het stroomschema bij een stel antwoorden (keten.md 2). Wat het einde betekent staat in stroomuitkomst.ts. */
import { VERDER, type Schemaantwoord, type Schemaeinde, type Schemastap, type Stroomschema } from '../../normen/index.ts'

/** Per stap de code van het antwoord. */
export type Schemaantwoorden = Readonly<Record<string, string>>

export interface Gezet {
  readonly stap: Schemastap
  readonly antwoord: Schemaantwoord
}

/** Een plek op de weg: een beantwoorde vraag, of een tussenstation zoals "doorlopende leerroute". */
export type Schakel = Gezet | { readonly einde: Schemaeinde }

export interface Schemaweg {
  readonly gezet: readonly Gezet[]
  /** De hele weg op volgorde, met tussenstations en het einde. */
  readonly schakels: readonly Schakel[]
  /** De eerste vraag zonder antwoord; null = de weg is af. */
  readonly open: Schemastap | null
  /** Waar de weg eindigt; null zolang er een vraag open is. */
  readonly einde: Schemaeinde | null
  /** De antwoorden die tellen: een antwoord dat terugging is vervangen, onbekende zijn weg. */
  readonly antwoorden: Schemaantwoorden
}

/**
 * Loopt de weg van het begin tot de eerste open vraag of het einde. Een antwoord dat hier niet kan, telt als geen antwoord. Eindigt altijd:
 * het laden weigert een kring, en een antwoord dat teruggaat verdwijnt als het gebruikt is.
 */
export function loopSchema(schema: Stroomschema, gegeven: Schemaantwoorden): Schemaweg {
  const antwoorden = bekendeAntwoorden(schema, gegeven)
  for (;;) {
    const weg = loopEen(schema, antwoorden)
    if (!('terug' in weg)) return { ...weg, antwoorden: Object.fromEntries(antwoorden) }
    antwoorden.delete(weg.terug.stap.id)
    antwoorden.set(weg.terug.antwoord.naar, weg.terug.antwoord.met ?? '')
  }
}

/** De antwoorden die bij deze stap te kiezen zijn. */
export function keuzesVan(stap: Schemastap, antwoorden: Schemaantwoorden): readonly Schemaantwoord[] {
  return stap.antwoorden.filter(({ alleenBij }) => alleenBij.every(({ stap: eerder, antwoorden: codes }) => codes.includes(antwoorden[eerder] ?? '')))
}

/** Het meeste aantal vragen dat nog komt, na deze: voor "hierna nog hooguit 3 vragen". */
export function meesteVragenNa(schema: Stroomschema, stap: Schemastap): number {
  return Math.max(...stap.antwoorden.filter(({ met }) => met === null).map(({ naar }) => meesteVragenVanaf(schema, naar)))
}

function meesteVragenVanaf(schema: Stroomschema, id: string): number {
  const stap = schema.stappen.get(id)
  if (stap !== undefined) return 1 + meesteVragenNa(schema, stap)
  const verder = schema.einden.get(id)?.naar
  return verder === undefined || verder === null ? 0 : meesteVragenVanaf(schema, verder)
}

/** Een nieuwe kaart zonder wat geen stap of geen antwoord van die stap is: dat komt uit een adres dat iemand zelf typte. */
function bekendeAntwoorden(schema: Stroomschema, gegeven: Schemaantwoorden): Map<string, string> {
  return new Map(Object.entries(gegeven).filter(([id, code]) => schema.stappen.get(id)?.antwoorden.some((antwoord) => antwoord.code === code) === true))
}

type Gelopen = Pick<Schemaweg, 'gezet' | 'schakels' | 'open' | 'einde'> | { readonly terug: Gezet }

function loopEen(schema: Stroomschema, antwoorden: ReadonlyMap<string, string>): Gelopen {
  const gezet: Gezet[] = []
  const schakels: Schakel[] = []
  let id: string | null = schema.begin
  while (id !== null) {
    const stap = schema.stappen.get(id)
    if (stap === undefined) {
      const einde = getEinde(schema, id)
      schakels.push({ einde })
      id = einde.naar ?? volgendeNaEinde(schema, einde, antwoorden)
      if (id === null) return { gezet, schakels, open: null, einde }
      continue
    }
    const antwoord = keuzesVan(stap, Object.fromEntries(antwoorden)).find(({ code }) => code === antwoorden.get(stap.id))
    if (antwoord === undefined) return { gezet, schakels, open: stap, einde: null }
    if (antwoord.met !== null) return { terug: { stap, antwoord } }
    gezet.push({ stap, antwoord })
    schakels.push({ stap, antwoord })
    id = antwoord.naar
  }
  throw new Error('het stroomschema eindigt zonder einde')
}

/** Een vraag die na het einde nog kan spelen, telt pas als zij is beantwoord, en alleen als het antwoord iets verandert. */
function volgendeNaEinde(schema: Stroomschema, einde: Schemaeinde, antwoorden: ReadonlyMap<string, string>): string | null {
  return einde.verder.find((id) => {
    const antwoord = schema.stappen.get(id)?.antwoorden.find(({ code }) => code === antwoorden.get(id))
    return antwoord !== undefined && antwoord.naar !== VERDER
  }) ?? null
}

function getEinde(schema: Stroomschema, id: string): Schemaeinde {
  const einde = schema.einden.get(id)
  if (einde === undefined) throw new Error(`${id} staat niet in het stroomschema`)
  return einde
}
