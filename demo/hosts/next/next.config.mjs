import {fileURLToPath} from 'node:url';

/** Only because this example takes cr-checkout from the folders above it. */
const root = fileURLToPath(new URL('../../..', import.meta.url));

export default {turbopack: {root}, outputFileTracingRoot: root};
