<?php
// Runs before each of DokuWiki's own files: its settings and pages are those of this test.
define( 'DOKU_CONF', getenv( 'DOKUWIKI_CONF' ) . '/' );
