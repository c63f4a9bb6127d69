import {defineConfig} from 'vite';

export default defineConfig({
  // While developing, your server with the proxy listens there.
  server: {proxy: {'/api': process.env.CHECKOUT_PROXY ?? 'http://localhost:3000'}},
});
