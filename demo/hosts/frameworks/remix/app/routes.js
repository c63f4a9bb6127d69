import {index, route} from '@react-router/dev/routes';

export default [index('routes/shop.jsx'), route('api/*', 'routes/api.$.js')];
