/** Fewer characters are guessed in an afternoon. */
export const shortestPassphrase = 12;
