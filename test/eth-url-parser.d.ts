declare module 'eth-url-parser' {
  /** What an ERC-681 URI says; numbers come out in plain digits. */
  export function parse(uri: string): {
    scheme: string;
    prefix?: string;
    target_address: string;
    chain_id?: string;
    function_name?: string;
    parameters?: Record<string, string>;
  };
}
