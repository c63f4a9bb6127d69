import {Shop} from './shop';

/** Rendered on the server: the element's tag with what stands in it, which the browser shows until the script is there. */
export default function Page() {
  return <Shop country="US" />;
}
