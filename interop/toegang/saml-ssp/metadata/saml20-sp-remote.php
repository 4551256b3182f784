<?php
// Onze metadata, gelezen door SimpleSAMLphp zelf: wat het niet begrijpt, kan het ook niet gebruiken.
$proef = json_decode(file_get_contents(getenv('LEERROUTE_PROEF')), true);
foreach (\SimpleSAML\Metadata\SAMLParser::parseDescriptorsString(file_get_contents($proef['sp'])) as $entiteit => $gelezen) {
    $metadata[$entiteit] = $gelezen->getMetadata20SP();
    $metadata[$entiteit]['assertion.encryption'] = $proef['versleutel'];
    $metadata[$entiteit]['validate.authnrequest'] = true;
    unset($metadata[$entiteit]['attributes']);
}
