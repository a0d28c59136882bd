/**
 * Every span of time that capture waits for or looks back over, in milliseconds. The replays read them, so that a
 * test waits exactly as long as the code does.
 */

/** A request may follow the press of a known control by this long, unless the action says otherwise (`within`). */
export const withinPress = 5_000;
/** The same for a gesture that hit no known control: keyboards, menus, redesigned buttons. */
export const withinAnyGesture = 3_000;
/**
 * How long the page remembers gestures, and how many. A request whose answer was lost is settled by what the page shows
 * after `answerMissing`, so somebody who presses three times a second must still be remembered then.
 */
export const gestureKept = 60_000;
export const gesturesKept = 512;
/** After an answer the page is watched for the flip or the created item at most this long. */
export const outcomeWatched = 3_000;
/** Where a 2xx can hide a refusal, the page's new state must stand this long: an optimistic flip reverts sooner. */
export const flipMustStand = 300;
/** A known control that flipped without any request is told to the background after this long. */
export const unclaimedAfter = 5_000;
/** First and longest wait before a page says again what the background did not hear; each is twice the one before. */
export const saidAgain = 500;
export const saidAgainMost = 60_000;
/** A pause in a composer counts as thinking up to this long. */
export const idleCut = 15_000;
/** A form submitted later than this after the last gesture was submitted by the page. */
export const submitFollows = 5_000;
/** The browser's own clicks (label, Enter, Space) follow the gesture that caused them within this time. */
export const sameGesture = 1_000;
/** How long the background waits for a page that does not answer. */
export const pageAnswers = 8_000;
/** A request that unloads its page: the page's last word may arrive after the question. */
export const lastWord = 250;
/** A request without an answer after this long is settled by what the page shows, while the page still remembers. */
export const answerMissing = 45_000;
/** A request is given up after this long where its answer or its page's word is still missing. */
export const answerGivenUp = 10 * 60_000;
/** An act waits this long at most for an earlier one on the same thing to be settled. */
export const earlierFirst = 10_000;
/** A worker that starts again this soon after its last event was killed, not idle (browsers wait 30 s). */
export const idleBeforeSleep = 25_000;
