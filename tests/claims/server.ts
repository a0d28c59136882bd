import { type PlatformOptions, startPlatform } from '../../platform/server.ts';

/**
 * The platform in a process of its own, which can be killed: `node tests/claims/server.ts '<options as JSON>'`.
 * Prints its address when it listens.
 */
const platform = await startPlatform(JSON.parse(process.argv[2] ?? '{}') as PlatformOptions);
console.log(platform.url);
