import 'cr-checkout';

const dialog = document.querySelector('#native');
document.querySelector('#open-native').addEventListener('click', () => dialog.showModal());
dialog.querySelector('button').addEventListener('click', () => dialog.close());
