<?php
$proef = json_decode(file_get_contents(getenv('LEERROUTE_PROEF')), true);
$metadata[$proef['idp']] = [
    'host' => '__DEFAULT__',
    'privatekey' => 'idp.key',
    'certificate' => 'idp.crt',
    'auth' => 'proef',
    'signature.algorithm' => 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    'saml20.sign.response' => true,
    'saml20.sign.assertion' => true,
    'saml20.sendartifact' => true,
    'SingleSignOnServiceBinding' => ['urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect', 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST'],
    'validate.authnrequest' => true,
    'attributeencodings' => array_fill_keys($proef['alsXml'], 'raw'),
    'authproc' => [90 => ['class' => 'saml:AuthnContextClassRef', 'AuthnContextClassRef' => $proef['niveau']]],
];
