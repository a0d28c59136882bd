/**
 * The URL of an Open Payments wallet address: an https URL as it is, or a payment pointer (`$wallet.example/alice`,
 * https://paymentpointers.org) resolved. Nothing where the text is neither: money must not go to a guess.
 */
export function walletAddress(text: string): string | undefined {
  const pointer = text.startsWith('$');
  const url = URL.parse(pointer ? `https://${text.slice(1)}` : text);
  if (url?.protocol !== 'https:' || url.username || url.password || url.search || url.hash) return undefined;
  if (pointer && url.port) return undefined;
  if (pointer && url.pathname === '/') url.pathname = '/.well-known/pay';
  return url.href;
}
