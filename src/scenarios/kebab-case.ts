/** What ids look like: lower-case words and numbers with a hyphen between, as `testing-centre`. */
export const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;
