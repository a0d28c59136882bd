import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { namespace, namespaceAt } from '../../../lib/namespace.ts';
import { credentialContext, entryContext } from '../../../lib/record/context.ts';
import { vectorJson } from './vectors.ts';

const shipped = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../../public/ns/${path}`, import.meta.url), 'utf8'));
const example = namespaceAt('https://contrail.example');

it('builds the contexts of the worked example', () => {
  expect(credentialContext(example)).toEqual(vectorJson('worked-example/context-v1.json'));
  expect(entryContext(example)).toEqual(vectorJson('worked-example/entry-context-v1.json'));
});

it('ships the contexts of our own namespace', () => {
  expect(shipped('v1.jsonld')).toEqual(credentialContext(namespace));
  expect(shipped('entry/v1.jsonld')).toEqual(entryContext(namespace));
});

it('derives every name of a namespace from its address', () => {
  expect(namespace).toEqual({
    url: 'https://w3id.org/contrail',
    origin: 'w3id.org/contrail',
    tag: 'tag:w3id.org,2026:contrail/stream/',
  });
  expect(example).toMatchObject({ origin: 'contrail.example', tag: 'tag:contrail.example,2026:stream/' });
});
