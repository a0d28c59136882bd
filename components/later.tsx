import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Problem, Waiting } from './states.tsx';
import { words } from './words.ts';

/**
 * A screen that is read when it is first opened, so that the dashboard's first page does not wait for it.
 * @param load the screen's module; asked once
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loading: Promise<ComponentType<Props>> | undefined;
  return function Later(props: Props) {
    const [Screen, setScreen] = useState<ComponentType<Props> | 'failed' | null>(null);
    useEffect(() => {
      loading ??= load();
      loading.then(
        (found) => setScreen(() => found),
        () => {
          loading = undefined;
          setScreen('failed');
        },
      );
    }, []);
    if (Screen === 'failed') return <Problem title={words.say('readError')} />;
    if (Screen === null) return <Waiting title={words.say('extensionName')} />;
    return <Screen {...props} />;
  };
}
