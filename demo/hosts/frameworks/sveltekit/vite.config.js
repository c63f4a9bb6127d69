import {sveltekit} from '@sveltejs/kit/vite';

export default {
  plugins: [sveltekit()],
  // Svelte's plugin would bundle the package, and leave it to the versions of its dependencies that the app happens to have.
  ssr: {external: ['cr-checkout']},
};
