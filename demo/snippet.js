/** Returns the markup of a checkout with these attributes and custom properties, as a partner's page has it. */
export function snippetOf({attributes, properties}) {
  const words = [...attributes].map(([name, value]) => (value === '' ? name : `${name}="${escaped(value)}"`));
  const tag = ['<cr-checkout', ...words].join(' ');
  const broken = ['<cr-checkout', ...words.map(word => `  ${word}`)].join('\n');
  const element = tag.length > 76 ? `${broken}\n></cr-checkout>` : `${tag}></cr-checkout>`;
  return [
    `<script type="module" src="/checkout/cr-checkout.js"></script>`,
    ...style(properties),
    element,
  ].join('\n\n');
}

function style(properties) {
  if (properties.size === 0) return [];
  const lines = [...properties].map(([name, value]) => `    ${name}: ${value.replace(/[;{}<]/g, '')};`);
  return [['<style>', '  cr-checkout {', ...lines, '  }', '</style>'].join('\n')];
}

function escaped(value) {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
