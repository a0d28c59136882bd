<?php
// PHP's built-in web server asks this file first. `/w/…` are MediaWiki's own files below the document root; pages have
// pretty addresses, as on Wikimedia's wikis: `/wiki/Title`.
$path = parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
if ( $path === '/' || str_starts_with( $path, '/wiki/' ) ) {
	$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/w/index.php';
	$_SERVER['SCRIPT_FILENAME'] = $_SERVER['DOCUMENT_ROOT'] . '/w/index.php';
	chdir( $_SERVER['DOCUMENT_ROOT'] . '/w' );
	require $_SERVER['SCRIPT_FILENAME'];
	return true;
}
return false;
