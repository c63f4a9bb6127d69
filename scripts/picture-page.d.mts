import type {Route} from 'playwright-core';
export function answerFrom(
  html: string,
  sandbox: (request: Request) => Promise<Response>,
): (route: Route) => Promise<void>;
