import {defineConfig} from 'vite';
import solid from 'vite-plugin-solid';

export default defineConfig({
  plugins: [solid()],
  // While developing, your server with the proxy listens there.
  server: {proxy: {'/api': process.env.CHECKOUT_PROXY ?? 'http://localhost:3000'}},
});
