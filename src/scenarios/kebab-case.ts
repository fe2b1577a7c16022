/** What ids look like, which name files and keys: lower-case words and numbers with a hyphen between, as `testing-centre`. */
export const kebabCase = /^(?!.{101})[a-z0-9]+(-[a-z0-9]+)*$/;
/** The same for what is wrong. */
export const kebabCaseInWords = 'a name in kebab-case, as "testing-centre", of at most 100 characters';
