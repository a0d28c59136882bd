/**
 * Runs pieces of work one after the other, so that what one reads and writes again is not overwritten by another.
 *
 * @returns a function that resolves (or rejects) with its own piece of work, whatever became of the ones before
 */
export function inTurn(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
