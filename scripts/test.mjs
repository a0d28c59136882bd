import { ensure } from './bootstrap.mjs';

await ensure('scripts/test.ts');
