import vue from '@vitejs/plugin-vue';
import {defineConfig} from 'vite';

export default defineConfig({
  plugins: [vue({template: {compilerOptions: {isCustomElement: tag => tag === 'cr-checkout'}}})],
  // While developing, your server with the proxy listens there.
  server: {proxy: {'/api': process.env.CHECKOUT_PROXY ?? 'http://localhost:3000'}},
});
