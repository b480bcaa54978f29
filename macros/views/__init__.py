"""What pages share: the reader a page is made for, marks, figures, filters, and the templates that print it all. Imports `model` and `words`."""
