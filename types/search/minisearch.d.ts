// The build puts the package beside the scripts of the search.
export { default } from "minisearch";
