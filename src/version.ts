/** The version of this package, as in package.json; the build refuses to run when the two differ. */
export const version = '0.1.0';
