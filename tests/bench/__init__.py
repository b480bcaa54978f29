"""Measures check, build and pages, beside other generators on the same page bodies: `make bench`. Nothing here is a test."""
