/** Every place that `npm run new:site` left for its author, as it stands in the files. */
export const leftToFillIn = (sources: readonly string[]): string[] =>
  sources.flatMap((source) => source.match(/FILL[ -]IN[^'"`\n]*/g) ?? []);
