/** The script of the verifier, and the SHA-256 of its text in base64: the only script that a page may run. */
export interface VerifierScript {
  script: string;
  hash: string;
}

/** What a page with a verifier may do: run that one script and its worker, and nothing from anywhere else. */
export const verifierPolicy = ({ hash }: VerifierScript): string =>
  `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; worker-src blob:`;

/** The look that pages of a record share. */
export const pageStyle = `
:root { color-scheme: light dark; --paper: #fbfaf7; --surface: #fff; --line: #e4e1da; --ink: #1b1d22; --quiet: #555b66; --accent: #1b64a3; --good: #256b43; --bad: #a8322a }
@media (prefers-color-scheme: dark) {
:root { --paper: #121418; --surface: #1a1d23; --line: #2c313a; --ink: #eceae4; --quiet: #a6abb5; --accent: #6cb4f0; --good: #6cc08b; --bad: #f08c80 } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 ui-sans-serif, system-ui, sans-serif }
main { max-inline-size: 60rem; margin-inline: auto; padding: 32px 16px }
h1 { font: 28px/1.25 ui-serif, Georgia, serif; margin-block: 8px 16px; overflow-wrap: anywhere }
h2 { font-size: 20px; margin-block: 32px 8px; overflow-wrap: anywhere }
.quiet { color: var(--quiet); font-size: 14px }
a { color: var(--accent); overflow-wrap: anywhere }
#verifier { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: 16px; margin-block: 8px }
#verifier:empty { display: none }
#verifier label { display: block; margin-block-end: 12px }
#verifier input { display: block; max-inline-size: 100%; font: inherit; font-size: 14px; margin-block-start: 4px }
#verifier ol { font-size: 14px; padding-inline-start: 24px; margin-block: 8px; overflow-wrap: anywhere }
#verifier p { margin-block: 8px; overflow-wrap: anywhere }
#verifier button { font: inherit; font-size: 14px }
.good { color: var(--good); font-weight: 600 }
.bad { color: var(--bad); font-weight: 600 }
`;

/** The verifier as a page of its own. */
export function verifierPage(verifier: VerifierScript): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${verifierPolicy(verifier)}">
<meta name="referrer" content="no-referrer">
<title>Check a contribution record</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<h1>Check a contribution record</h1>
<p>Everything happens in this page: no file leaves your computer, and nothing is asked from the network.</p>
<div id="verifier"></div>
<noscript><p class="bad">This page checks with a script, and scripts are switched off here.</p></noscript>
<h2>What an answer means</h2>
<p><b>Valid</b> means: one key signed all of this, nothing was changed since, and the logs fit what was signed. It does not mean
that the person did these things: a platform can tell that by comparing the record with what it knows, and its receipt says so.</p>
</main>
<script>${verifier.script}</script>
</body>
</html>
`;
}
