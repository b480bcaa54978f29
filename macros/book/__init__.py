"""The handbook as books: which pages in which order, one document for paper, a browser that prints it, page numbers read back. Imports `website` and below."""
