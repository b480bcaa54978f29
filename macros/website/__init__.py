"""The whole site: the list of pages, the frame around each, macros in hand-written pages, the files beside the pages, dead links. Imports `pages` and below."""
