<?php
// Fills an empty database: the blog, two people, a post. Arguments: the blog's folder, and JSON with `url` and people.
// Prints the address of the post on its last line.
[ , $folder, $given ] = $argv;
$given = json_decode( $given, true );
$_SERVER['HTTP_HOST'] = parse_url( $given['url'], PHP_URL_HOST ) . ':' . parse_url( $given['url'], PHP_URL_PORT );
preg_match( "/localhost:([^']+)/", file_get_contents( "$folder/wp-config.php" ), $found );
mysqli_query( mysqli_connect( 'localhost', 'root', '', '', 0, $found[1] ), 'CREATE DATABASE blog' );

define( 'WP_INSTALLING', true );
require "$folder/wp-load.php";
require ABSPATH . 'wp-admin/includes/upgrade.php';
// No mail leaves this machine.
function wp_mail() { return true; }
$keeper = $given['keeper'];
wp_install( 'Test Blog', $keeper['name'], 'keeper@blog.example', true, '', $keeper['password'] );
$ada = $given['ada'];
wp_insert_user( [ 'user_login' => $ada['name'], 'user_pass' => $ada['password'], 'display_name' => 'Ada' ] );
switch_theme( 'twentytwentyone' );
// Comments are shown at once, one may follow another at once, and one word is never let through.
update_option( 'comment_previously_approved', 0 );
update_option( 'permalink_structure', '' );
@mkdir( "$folder/wp-content/mu-plugins" );
file_put_contents( "$folder/wp-content/mu-plugins/quick.php", "<?php remove_all_filters( 'check_comment_flood' ); add_filter( 'wp_is_comment_flood', '__return_false', 99 );" );
$post = wp_insert_post( [
	'post_title' => 'Lighthouse', 'post_content' => 'A tower by the sea.', 'post_status' => 'publish',
	'post_author' => 1, 'comment_status' => 'open', 'tags_input' => [ 'coast' ],
] );
echo "\n", get_permalink( $post ), "\n";
