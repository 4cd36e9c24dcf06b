import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';

// No sidebar of every note: with one, a page of this vault weighs 800 kB.
export default defineConfig({
  integrations: [starlight({ title: 'Notes', sidebar: [{ label: 'Start', link: '/' }] })],
});
