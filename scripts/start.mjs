import { ensure } from './bootstrap.mjs';

await ensure('scripts/start.ts');
