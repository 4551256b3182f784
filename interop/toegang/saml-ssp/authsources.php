<?php
// Iedereen is meteen ingelogd, met de attributen uit het JSON-bestand; een waarde is XML (zie attributeencodings).
$proef = json_decode(file_get_contents(getenv('LEERROUTE_PROEF')), true);
$config = ['proef' => array_merge(['exampleauth:StaticSource'], $proef['attributen'])];
