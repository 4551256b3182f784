import type { Signaalniveau } from '../../kern/signaalcode.ts'

/**
 * Eigen tekeningen op een raster van 20. Vorm draagt de betekenis, kleur versterkt die alleen:
 * achthoek = fout, driehoek = waarschuwing, vierkant met pijl = taak, cirkel met i = informatie.
 * Gevuld = open, omlijnd = gesloten. Een icoon staat nooit zonder woord en is daarom verborgen voor voorlezen.
 */
export function SignaalIcoon({ niveau, open = true, x, y, maat = 20 }: { niveau: Signaalniveau, open?: boolean, x?: number, y?: number, maat?: number }) {
  return <Icoon x={x} y={y} maat={maat}>{TEKENING[niveau](open)}</Icoon>
}

export function InOrdeIcoon({ maat = 20 }: { maat?: number }) {
  return <Icoon maat={maat}><circle cx="10" cy="10" r="9" class="i-den" /><path d="M5.8 10.3l2.9 2.9 5.6-6" class="i-wit i-2" /></Icoon>
}

export function OntbreektIcoon({ x, y, maat = 20 }: { x?: number, y?: number, maat?: number }) {
  return <Icoon x={x} y={y} maat={maat}><circle cx="10" cy="10" r="7.6" class="i-foutlijn i-streep" /><path d="M6.4 10h7.2" class="i-foutlijn i-2" /></Icoon>
}

/** Een gebroken schakel: de een noemt de ander, maar niet terug. */
export function NietWederzijdsIcoon({ maat = 20 }: { maat?: number }) {
  return <Icoon maat={maat}><path d="M8.2 6.2l1.6-1.6a3.6 3.6 0 0 1 5.1 5.1l-1.6 1.6M11.4 14.2l-1.6 1.6a3.6 3.6 0 0 1-5.1-5.1l1.6-1.6" class="i-inktlijn i-2" /><path d="M6.2 4.6L5 3.2M14.6 15.4l1.2 1.4M3.6 7.2l-1.8-.4M16.4 12.8l1.8.4" class="i-inktlijn" /></Icoon>
}

/** Een klok: het is er, maar niet op deze dag. */
export function NietNuIcoon({ maat = 20 }: { maat?: number }) {
  return <Icoon maat={maat}><circle cx="10" cy="10" r="8.2" class="i-inktlijn" /><path d="M10 5.4V10l3 2" class="i-inktlijn" /></Icoon>
}

export function DiplomaIcoon({ x, y, maat = 20 }: { x?: number, y?: number, maat?: number }) {
  return (
    <Icoon x={x} y={y} maat={maat}>
      <path d="M11 14.5H2.5a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1h15a1 1 0 0 1 1 1v4" class="i-inktlijn i-halo" />
      <path d="M5 7.2h8M5 10.6h4" class="i-inktlijn" />
      <path d="M13 13l-.6 5.6 2.8-1.6 2.8 1.6-.6-5.6z" class="i-inkt" /><circle cx="15.2" cy="11.8" r="3.3" class="i-inkt" />
    </Icoon>
  )
}

/** ●●● zeker, ●○○ afgeleid; altijd met het woord ernaast. */
export function ZekerheidStippen({ zeker }: { zeker: boolean }) {
  return (
    <svg class="zekerheid-stippen" width="28" height="10" viewBox="0 0 28 10" aria-hidden="true" focusable="false">
      {[5, 14, 23].map((cx, i) => <circle key={cx} cx={cx} cy="5" r="3.4" class={zeker || i === 0 ? 'i-inkt' : 'i-inktlijn'} />)}
    </svg>
  )
}

export function Beeldmerk() {
  return (
    <svg class="beeldmerk" width="40" height="26" viewBox="0 0 40 26" aria-hidden="true" focusable="false">
      <rect x="0" y="1" width="27" height="9.6" rx="4.8" fill="#c8963c" />
      <rect x="13" y="15.4" width="27" height="9.6" rx="4.8" fill="#36479b" />
      <path d="M20 5.8v14.4" stroke="#0a3b39" stroke-width="5.4" />
      <circle cx="20" cy="5.8" r="4.8" fill="#0a3b39" /><circle cx="20" cy="20.2" r="4.8" fill="#0a3b39" />
    </svg>
  )
}

const TEKENING = {
  fout: (open: boolean) => (
    <><path d="M6.4 1.2h7.2l5.2 5.2v7.2l-5.2 5.2H6.4l-5.2-5.2V6.4z" class={open ? 'i-fout' : 'i-foutlijn i-opwit'} />
      <path d="M10 5.2v5.6" class={open ? 'i-wit i-25' : 'i-foutlijn i-25'} /><circle cx="10" cy="14.2" r="1.5" class={open ? 'i-witvlak' : 'i-fout'} /></>
  ),
  waarschuwing: (open: boolean) => (
    <><path d="M10 1.8l8.6 15.8H1.4z" class={open ? 'i-geel' : 'i-inktlijn i-opwit'} />
      <path d="M10 7.4v4.6" class="i-inktlijn i-2" /><circle cx="10" cy="14.8" r="1.2" class="i-inkt" /></>
  ),
  taak: (open: boolean) => (
    <><rect x="1.6" y="1.6" width="16.8" height="16.8" rx="3.4" class={open ? 'i-den' : 'i-denlijn i-opwit'} />
      <path d="M5.4 10h8.4M10.4 6.4l3.6 3.6-3.6 3.6" class={open ? 'i-wit i-2' : 'i-denlijn i-2'} /></>
  ),
  info: (open: boolean) => (
    <><circle cx="10" cy="10" r="8.4" class={open ? 'i-inkt2' : 'i-inktlijn i-opwit'} />
      <circle cx="10" cy="6" r="1.3" class={open ? 'i-witvlak' : 'i-inkt'} /><path d="M10 9.2v5.4" class={open ? 'i-wit i-2' : 'i-inktlijn i-2'} /></>
  ),
} satisfies Record<Signaalniveau, (open: boolean) => preact.JSX.Element>

function Icoon({ x, y, maat, children }: { x?: number | undefined, y?: number | undefined, maat: number, children: preact.ComponentChildren }) {
  const plaats = x === undefined ? {} : { x, y: y ?? 0 }
  return <svg class="icoon" {...plaats} width={maat} height={maat} viewBox="0 0 20 20" aria-hidden="true" focusable="false">{children}</svg>
}
