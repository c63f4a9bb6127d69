declare module 'eth-url-parser' {
  /** Fields of an ERC-681 URI; numbers are returned in plain digits. */
  export function parse(uri: string): {
    scheme: string;
    prefix?: string;
    target_address: string;
    chain_id?: string;
    function_name?: string;
    parameters?: Record<string, string>;
  };
}
