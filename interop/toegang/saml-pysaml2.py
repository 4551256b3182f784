"""
Een makelaar rond pysaml2 en xmlsec1, voor de proef. Antwoordt in de vorm van eHerkenning.

pysaml2 leest en controleert onze metadata en verzoeken en maakt de onderdelen van een antwoord; xmlsec1 ondertekent en versleutelt. Na het
ondertekenen wordt nooit meer opnieuw geschreven: een andere prefix maakt de handtekening ongeldig. Daarom gaan delen er als tekst in.

Aanroep: saml-pysaml2.py MAP  (MAP bevat proef.json, sp.xml en sleutels)
"""
import base64
import hashlib
import html
import json
import os
import struct
import subprocess
import sys
import tempfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlparse

from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT, BINDING_SOAP, saml, samlp, class_name
from saml2.config import IdPConfig
from saml2.metadata import entity_descriptor, sign_entity_descriptor
from saml2.s_utils import sid
from saml2.server import Server
from saml2.sigver import pre_signature_part, verify_redirect_signature
from saml2.soap import parse_soap_enveloped_saml_artifact_resolve
from saml2.time_util import in_a_while, instant, time_a_while_ago
from saml2.xmldsig import DIGEST_SHA256, SIG_RSA_SHA256

MAP = sys.argv[1]
PROEF = json.load(open(os.path.join(MAP, "proef.json")))
BASIS = PROEF["basis"]
CORE = "urn:etoegang:core:"
KVK = "urn:etoegang:1.9:EntityConcernedID:KvKnr"
PSEUDO = "urn:etoegang:1.13:EntityConcernedID:Pseudo"
VESTIGING = "urn:etoegang:1.9:ServiceRestriction:Vestigingsnr"
INTERMEDIAIR = "urn:etoegang:1.9:IntermediateEntityID:KvKnr"


def bestand(naam):
    return os.path.join(MAP, naam)


IDP = Server(config=IdPConfig().load({
    "entityid": PROEF["idp"],
    "service": {"idp": {
        "want_authn_requests_signed": True,
        "endpoints": {
            "single_sign_on_service": [(BASIS + "/sso", BINDING_HTTP_REDIRECT), (BASIS + "/sso", BINDING_HTTP_POST)],
            "artifact_resolution_service": [(BASIS + "/artifact", BINDING_SOAP)],
        },
    }},
    "key_file": bestand("hm.key"), "cert_file": bestand("hm.crt"),
    "xmlsec_binary": "/usr/bin/xmlsec1",
    "metadata": {"local": [bestand("sp.xml")]},
}))
ARTIFACTEN = {}


def metadata():
    """Ondertekend met een andere sleutel dan de berichten."""
    beschrijving = entity_descriptor(IDP.config)
    beschrijving.cache_duration = "PT1H"
    ident = sid()
    beschrijving.id = ident
    beschrijving.signature = pre_signature_part(ident, None, 1, sign_alg=SIG_RSA_SHA256, digest_alg=DIGEST_SHA256)
    return IDP.sec.sign_statement(str(beschrijving), class_name(beschrijving), key_file=bestand("metadata.key"), node_id=ident)


def lees_verzoek(velden, binding):
    """Het verzoek, of een fout als pysaml2 het niet aanneemt."""
    if binding == BINDING_HTTP_REDIRECT:
        certificaat = IDP.metadata.certs(PROEF["dv"], "spsso", "signing")[0]
        if not verify_redirect_signature(dict(velden), IDP.sec.sec_backend, certificaat):
            raise ValueError("handtekening van het adres klopt niet")
        IDP.config.setattr("idp", "want_authn_requests_signed", False)
    else:
        IDP.config.setattr("idp", "want_authn_requests_signed", True)
    bericht = IDP.parse_authn_request(velden["SAMLRequest"], binding).message
    assert bericht.force_authn == "true" and bericht.is_passive is None and bericht.name_id_policy is None
    assert bericht.attribute_consuming_service_index == "1" and bericht.requested_authn_context is None
    assert bericht.destination == BASIS + "/sso" and bericht.issuer.text == PROEF["dv"]
    if binding == BINDING_HTTP_POST:
        assert bericht.signature is not None
    return bericht


def naam_id(kwalificatie, waarde):
    return str(saml.NameID(name_qualifier=kwalificatie, text=waarde)).split("?>", 1)[-1].strip()


def versleutel(xml, naam="EncryptedID"):
    """xmlsec1: AES-256-GCM, sleutel met RSA-OAEP, KeyName is de vingerafdruk van het certificaat."""
    vingerafdruk = PROEF["vingerafdruk"]
    sjabloon = (
        '<xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" Type="http://www.w3.org/2001/04/xmlenc#Element">'
        '<xenc:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes256-gcm"/>'
        '<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><xenc:EncryptedKey Recipient="%s">'
        '<xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"/>'
        '<ds:KeyInfo><ds:KeyName>%s</ds:KeyName></ds:KeyInfo>'
        '<xenc:CipherData><xenc:CipherValue/></xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo>'
        '<xenc:CipherData><xenc:CipherValue/></xenc:CipherData></xenc:EncryptedData>') % (PROEF["dv"], vingerafdruk)
    with tempfile.TemporaryDirectory(dir=MAP) as map_:
        for deel, tekst in (("gegevens.xml", xml), ("sjabloon.xml", sjabloon)):
            with open(os.path.join(map_, deel), "w") as uit:
                uit.write(tekst)
        subprocess.run(["xmlsec1", "--encrypt", "--pubkey-cert-pem:" + vingerafdruk, bestand("dv.crt"), "--session-key", "aes-256",
                        "--xml-data", os.path.join(map_, "gegevens.xml"), "--output", os.path.join(map_, "uit.xml"), os.path.join(map_, "sjabloon.xml")],
                       check=True, capture_output=True)
        uit = zonder_kop(open(os.path.join(map_, "uit.xml")).read())
    return '<saml:%s xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">%s</saml:%s>' % (naam, uit, naam)


def zonder_kop(xml):
    return xml.split("?>", 1)[1].strip() if xml.startswith("<?xml") else xml.strip()


def attribuut(naam, waarden):
    return saml.Attribute(name=naam, attribute_value=[saml.AttributeValue(text=waarde) for waarde in waarden])


def verklaring(verzoek, geval, uitgever, loa, plek_voor_advies):
    """Een Assertion van pysaml2 met merktekens waar later al geschreven XML komt."""
    attributen = [attribuut(CORE + "ServiceID", [PROEF["dienst"]["id"]]), attribuut(CORE + "ServiceUUID", [PROEF["dienst"]["uuid"]]),
                  attribuut(CORE + "LegalSubjectID", ["@@ORGANISATIE@@"]), attribuut(CORE + "ActingSubjectID", ["@@PERSOON@@"])]
    if "vestiging" in geval:
        attributen.append(attribuut(VESTIGING, [geval["vestiging"]]))
    if "intermediair" in geval:
        attributen.append(attribuut(INTERMEDIAIR, ["@@INTERMEDIAIR@@"]))
    ident = sid()
    gegevens = saml.SubjectConfirmationData(in_response_to=verzoek.id, recipient=verzoek.assertion_consumer_service_url, not_on_or_after=in_a_while(minutes=4))
    uit = saml.Assertion(
        id=ident, version="2.0", issue_instant=instant(), issuer=saml.Issuer(text=uitgever),
        signature=pre_signature_part(ident, IDP.sec.my_cert, 1, sign_alg=SIG_RSA_SHA256, digest_alg=DIGEST_SHA256),
        subject=saml.Subject(name_id=saml.NameID(format=saml.NAMEID_FORMAT_TRANSIENT, text=sid()), subject_confirmation=[saml.SubjectConfirmation(method=saml.SCM_BEARER, subject_confirmation_data=gegevens)]),
        conditions=saml.Conditions(not_before=time_a_while_ago(seconds=1).strftime("%Y-%m-%dT%H:%M:%SZ"), not_on_or_after=in_a_while(minutes=4),
                                   audience_restriction=[saml.AudienceRestriction(audience=[saml.Audience(text=PROEF["dv"])])]),
        authn_statement=[saml.AuthnStatement(authn_instant=instant(), authn_context=saml.AuthnContext(authn_context_class_ref=saml.AuthnContextClassRef(text=loa)))],
        attribute_statement=[saml.AttributeStatement(attribute=attributen)],
    )
    if plek_voor_advies:
        uit.advice = saml.Advice(assertion_uri_ref=[saml.AssertionURIRef(text="@@ADVIES@@")])
    return uit, ident


def teken(xml, klasse, ident, sleutel):
    return zonder_kop(IDP.sec.sign_statement(xml, class_name(klasse), key_file=bestand(sleutel), node_id=ident))


def maak_verklaring(verzoek, geval):
    loa = "urn:etoegang:core:assurance-class:" + geval.get("loa", "loa3")
    advies = ""
    if geval.get("advies"):
        # De verklaring van de authenticatiedienst: een andere uitgever, een andere sleutel, een ander niveau en een andere organisatie.
        binnen, ident = verklaring(verzoek, {}, "urn:etoegang:AD:00000003777777770000:entities:1", "urn:etoegang:core:assurance-class:loa4", False)
        tekst = zonder_kop(str(binnen)).replace("@@ORGANISATIE@@", naam_id(KVK, "99999999")).replace("@@PERSOON@@", "iemand anders")
        advies = teken(tekst, saml.Assertion(), ident, "ad.key")
    uit, ident = verklaring(verzoek, geval, PROEF["idp"], loa, bool(advies))
    tekst = zonder_kop(str(uit))
    if advies:
        tekst = tekst.replace('<ns0:AssertionURIRef>@@ADVIES@@</ns0:AssertionURIRef>', advies)
        assert advies in tekst
    verpak = (lambda xml: xml) if geval.get("openIds") else versleutel
    tekst = tekst.replace("@@ORGANISATIE@@", verpak(naam_id(KVK, geval.get("kvk", "12345678")))).replace("@@PERSOON@@", verpak(naam_id(PSEUDO, geval.get("pseudoniem", PROEF["pseudoniem"]))))
    tekst = tekst.replace("@@INTERMEDIAIR@@", verpak(naam_id(KVK, geval.get("intermediair", ""))))
    ondertekend = teken(tekst, saml.Assertion(), ident, geval.get("verklaringsleutel", "hm.key"))
    return versleutel(ondertekend, "EncryptedAssertion") if geval.get("versleuteldeVerklaring") else ondertekend


def maak_antwoord(verzoek, geval, zelf_ondertekend):
    ident = sid()
    antwoord = samlp.Response(
        id=ident, version="2.0", issue_instant=instant(), destination=verzoek.assertion_consumer_service_url, in_response_to=verzoek.id,
        issuer=saml.Issuer(text=PROEF["idp"]), status=samlp.Status(status_code=samlp.StatusCode(value=samlp.STATUS_SUCCESS)),
    )
    inhoud = ""
    if geval.get("geannuleerd"):
        antwoord.status = samlp.Status(status_code=samlp.StatusCode(value=samlp.STATUS_RESPONDER, status_code=samlp.StatusCode(value=samlp.STATUS_AUTHN_FAILED)))
    else:
        inhoud = maak_verklaring(verzoek, geval)
    if zelf_ondertekend:
        antwoord.signature = pre_signature_part(ident, IDP.sec.my_cert, 1, sign_alg=SIG_RSA_SHA256, digest_alg=DIGEST_SHA256)
    tekst = zonder_kop(str(antwoord))
    slot = tekst.rindex("</")
    tekst = tekst[:slot] + inhoud + tekst[slot:]
    return teken(tekst, samlp.Response(), ident, geval.get("antwoordsleutel", "hm.key")) if zelf_ondertekend else tekst


def maak_artifact():
    """Soort 4; pysaml2 zelf schrijft de index als letters in plaats van als getal (SAML Bindings 3.6.4)."""
    bron = hashlib.sha1(PROEF["idp"].encode()).digest()
    return base64.b64encode(struct.pack(">HH", 4, 1) + bron + os.urandom(20)).decode()


def wissel_in(soap):
    """Controleert onze ArtifactResolve met xmlsec1 en geeft het antwoord, één keer."""
    vraag = parse_soap_enveloped_saml_artifact_resolve(soap)
    gelezen = samlp.artifact_resolve_from_string(vraag)
    # De handtekening gaat over de bytes die wij kregen; pysaml2 heeft ze hierboven opnieuw geschreven.
    begin = soap.index("<samlp:ArtifactResolve")
    IDP.sec.crypto.validate_signature(soap[begin:soap.index("</soap:Body>")], bestand("dv.crt"), "pem", "urn:oasis:names:tc:SAML:2.0:protocol:ArtifactResolve", gelezen.id)
    assert gelezen.issuer.text == PROEF["dv"] and gelezen.destination == BASIS + "/artifact"
    antwoord, geval = ARTIFACTEN.pop(gelezen.artifact.text, ("", {}))
    ident = sid()
    uit = samlp.ArtifactResponse(
        id=ident, version="2.0", issue_instant=instant(), in_response_to=gelezen.id, issuer=saml.Issuer(text=PROEF["idp"]),
        status=samlp.Status(status_code=samlp.StatusCode(value=samlp.STATUS_SUCCESS)),
        signature=pre_signature_part(ident, IDP.sec.my_cert, 1, sign_alg=SIG_RSA_SHA256, digest_alg=DIGEST_SHA256),
    )
    tekst = zonder_kop(str(uit))
    slot = tekst.rindex("</")
    ondertekend = teken(tekst[:slot] + antwoord + tekst[slot:], samlp.ArtifactResponse(), ident, geval.get("artifactsleutel", "hm.key"))
    return '<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>%s</S:Body></S:Envelope>' % ondertekend


class Deur(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def geef(self, status, soort, inhoud, koppen=()):
        data = inhoud.encode()
        self.send_response(status)
        self.send_header("Content-Type", soort)
        self.send_header("Content-Length", str(len(data)))
        for naam, waarde in koppen:
            self.send_header(naam, waarde)
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        pad = urlparse(self.path)
        if pad.path == "/metadata":
            return self.geef(200, "application/samlmetadata+xml", metadata())
        if pad.path == "/sso":
            return self.sso({naam: waarden[0] for naam, waarden in parse_qs(pad.query).items()}, BINDING_HTTP_REDIRECT)
        return self.geef(404, "text/plain", "nee")

    def do_POST(self):
        inhoud = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.path == "/artifact":
            if not self.headers["Content-Type"].startswith("text/xml"):
                return self.geef(415, "text/plain", "alleen text/xml")
            try:
                return self.geef(200, "text/xml", wissel_in(inhoud))
            except Exception as fout:
                print("artifact:", repr(fout), file=sys.stderr, flush=True)
                return self.geef(400, "text/plain", repr(fout))
        return self.sso({naam: waarden[0] for naam, waarden in parse_qs(inhoud).items()}, BINDING_HTTP_POST)

    def sso(self, velden, binding):
        geval = json.loads(self.headers.get("X-Geval", "{}"))
        try:
            verzoek = lees_verzoek(velden, binding)
        except Exception as fout:
            return self.geef(403, "text/plain", "verzoek geweigerd: %r" % fout)
        adres = verzoek.assertion_consumer_service_url
        if verzoek.protocol_binding.endswith("HTTP-Artifact"):
            artifact = maak_artifact()
            ARTIFACTEN[artifact] = (maak_antwoord(verzoek, geval, False), geval)
            return self.geef(302, "text/plain", "", [("Location", adres + "?" + urlencode({"SAMLart": artifact, "RelayState": velden["RelayState"]}))])
        antwoord = base64.b64encode(maak_antwoord(verzoek, geval, True).encode()).decode()
        return self.geef(200, "text/html", '<form method="post" action="%s"><input type="hidden" name="SAMLResponse" value="%s"><input type="hidden" name="RelayState" value="%s"></form>' % (
            html.escape(adres), antwoord, html.escape(velden["RelayState"])))


ThreadingHTTPServer(("127.0.0.1", int(urlparse(BASIS).port)), Deur).serve_forever()
