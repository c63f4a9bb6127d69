const listing = '/v2/brands?country_code=US';

/** Requests to each contender; `ids` are orders in its own form. A `#` becomes a number that is used once. */
export const workloads = [
  {name: 'catalogue', what: 'the cached catalogue, 335 kB, as it is', paths: () => [listing]},
  {
    name: 'compressed',
    what: 'the cached catalogue, compressed as browsers accept it',
    paths: () => [listing],
    headers: {'accept-encoding': 'gzip, deflate, br'},
  },
  {
    name: 'price',
    what: 'prices that were never requested before',
    paths: () => ['/v4/products/price?brand_name=Voltaic&country_code=US&coin=USDC&face_value=#'],
  },
  {
    name: 'orders',
    what: '200 orders, polled',
    paths: ids => ids.slice(0, 200).map(id => `/v5/orders/${id}`),
  },
];
