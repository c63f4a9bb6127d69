import type {Brand} from '../domain/types.js';
import {type ApiOptions, createCaller} from './call.js';
import {readBrands} from './catalogue-schema.js';
import {readFeatured} from './homepage-schema.js';

export type Catalogue = ReturnType<typeof createCatalogue>;

/** The calls that the first screen makes. Each answers domain types, and fails as `createCaller` says. */
export function createCatalogue(options: ApiOptions) {
  const call = createCaller(options);
  return {
    async listBrands(country: string, signal?: AbortSignal): Promise<Brand[]> {
      const brands = await call('listBrands', readBrands, {
        parameters: {},
        query: {country_code: country},
        signal,
      });
      return brands.map(brand => ({...brand, country: brand.country || country}));
    },

    /** Ids and names of the brands to show first. It never fails: a listing is complete without it. */
    getFeatured(country: string, signal?: AbortSignal): Promise<readonly string[]> {
      const query = {country_code: country};
      return call('getHomepage', readFeatured, {parameters: {}, query, signal}).catch(() => []);
    },
  };
}
