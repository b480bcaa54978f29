// A selector does not say which kind of element it finds, nor whether it finds one: that a page has what its script looks for
// is held by the browser tests.
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}
