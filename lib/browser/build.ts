/** The build for outside harnesses: consent stands as given, every site is on, software is recognised anywhere. */
export const isE2e: boolean = import.meta.env.MODE === 'e2e';

export const isFirefox: boolean = import.meta.env.FIREFOX;
