import react from '@vitejs/plugin-react';
import {defineConfig} from 'vite';

export default defineConfig({
  plugins: [react()],
  // While developing, your server with the proxy listens there.
  server: {proxy: {'/api': process.env.CHECKOUT_PROXY ?? 'http://localhost:3000'}},
});
