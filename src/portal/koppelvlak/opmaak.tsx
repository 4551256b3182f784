import type { ComponentChildren } from 'preact'

/** Alinea's, **vet** en `code` uit de teksten van het document; meer opmaak hebben ze niet. */
export function Alineas({ tekst, klasse }: { tekst: string, klasse?: string }) {
  return <>{tekst.split(/\n\n+/).map((alinea) => <p key={alinea} class={klasse}><Zin tekst={alinea} /></p>)}</>
}

export function Zin({ tekst }: { tekst: string }) {
  return <>{tekst.split(/(\*\*[^*]+\*\*|`[^`]+`)/).map((deel) => opgemaakt(deel))}</>
}

function opgemaakt(deel: string): ComponentChildren {
  if (deel.startsWith('**')) return <strong>{deel.slice(2, -2)}</strong>
  return deel.startsWith('`') ? <code>{deel.slice(1, -1)}</code> : deel
}

/** Een blok code. Wie met het toetsenbord werkt kan het verschuiven; de knop verschijnt als er JavaScript is. */
export function Codeblok({ naam, inhoud, kopieer = false }: { naam: string, inhoud: string, kopieer?: boolean }) {
  return (
    <div class="codeblok">
      <div class="codeblok__kop"><span>{naam}</span>{kopieer && <button type="button" class="linkknop" data-kopieer hidden>Kopieer</button>}</div>
      <pre tabindex={0} role="group" aria-label={naam}><code>{inhoud}</code></pre>
    </div>
  )
}
