"""The command line, the build with MkDocs and the preview server. The only package that knows MkDocs; imports everything."""
