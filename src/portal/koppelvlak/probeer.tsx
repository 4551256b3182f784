import type { Operatie, Parameter } from './document.ts'

/** "Probeer het": verborgen tot het script er is. Het script leest de velden aan hun data-kenmerken. */
export function Probeer({ operatie }: { operatie: Operatie }) {
  const { id, methode, pad, parameters, inhoud, metSleutel } = operatie
  const [eerste] = inhoud
  return (
    <details class="uitklap probeer" data-probeer hidden>
      <summary>Probeer het</summary>
      <form class="probeer__velden" data-methode={methode} data-pad={pad} data-mediatype={eerste?.mediatype ?? ''} aria-label={`Probeer: ${operatie.titel}`}>
        {metSleutel && (
          <Invoer id={`${id}-sleutel`} naam="Uw sleutel" uitleg="Blijft op deze bladzijde; wordt niet bewaard. Proefomgeving: proef-lindemeer-administratie.">
            <input class="utrecht-textbox utrecht-textbox--html-input" id={`${id}-sleutel`} type="password" autocomplete="off" data-sleutel aria-describedby={`${id}-sleutel-uitleg`} />
          </Invoer>
        )}
        {parameters.map((parameter) => <Parameterveld key={parameter.naam} id={`${id}-${parameter.naam}`} parameter={parameter} />)}
        {eerste?.mediatype === 'application/json' && inhoud.length === 1 && (
          <Invoer id={`${id}-inhoud`} naam="Inhoud (JSON)">
            <textarea class="utrecht-textbox probeer__json" id={`${id}-inhoud`} rows={10} spellcheck={false} data-inhoud>{eerste.voorbeeld ?? ''}</textarea>
          </Invoer>
        )}
        {eerste !== undefined && (eerste.mediatype !== 'application/json' || inhoud.length > 1) && (
          <Invoer id={`${id}-bestand`} naam="Bestand"><input id={`${id}-bestand`} type="file" data-bestand /></Invoer>
        )}
        {inhoud.length > 1 && (
          <Invoer id={`${id}-mediatype`} naam="Soort inhoud">
            <select class="utrecht-textbox" id={`${id}-mediatype`} data-mediatypekeuze>{inhoud.map(({ mediatype }) => <option key={mediatype}>{mediatype}</option>)}</select>
          </Invoer>
        )}
        <p><button type="submit" class="utrecht-button utrecht-button--primary-action">{methode === 'GET' ? 'Vraag op' : 'Verstuur'}</button></p>
      </form>
      <div class="probeer__uitkomst" data-uitkomst role="status" />
    </details>
  )
}

function Parameterveld({ id, parameter: { naam, in: plaats, verplicht, voorbeeld } }: { id: string, parameter: Parameter }) {
  // Een voorbeeld van een sleutel of ETag zou bij herhalen juist een fout geven: dat vult de gebruiker of het script in.
  const beginwaarde = plaats === 'path' || (plaats === 'query' && verplicht) ? voorbeeld : ''
  const uitleg = naam === 'Idempotency-Key' ? 'Laat leeg voor een nieuwe sleutel.' : undefined
  return (
    <Invoer id={id} naam={verplicht || uitleg !== undefined ? naam : `${naam} (mag leeg blijven)`} {...(uitleg === undefined ? {} : { uitleg })}>
      <input class="utrecht-textbox utrecht-textbox--html-input" id={id} type="text" value={beginwaarde} autocomplete="off" data-in={plaats} data-naam={naam} {...(uitleg === undefined ? {} : { 'aria-describedby': `${id}-uitleg` })} />
    </Invoer>
  )
}

function Invoer({ id, naam, uitleg, children }: { id: string, naam: string, uitleg?: string, children: preact.ComponentChildren }) {
  return (
    <div class="veld">
      <label class="utrecht-form-label" for={id}>{naam}</label>
      {uitleg !== undefined && <p class="klein" id={`${id}-uitleg`}>{uitleg}</p>}
      {children}
    </div>
  )
}
