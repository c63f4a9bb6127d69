import {svelte} from '@sveltejs/vite-plugin-svelte';
import {defineConfig} from 'vite';

export default defineConfig({
  plugins: [svelte()],
  // While developing, your server with the proxy listens there.
  server: {proxy: {'/api': process.env.CHECKOUT_PROXY ?? 'http://localhost:3000'}},
});
