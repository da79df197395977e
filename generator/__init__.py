"""Planpress: a public plan, from one set of data, as a website that every resident can read.

The folder listing is the table of contents: nouns are what flows, verbs are what is done. Start with build.py.
"""
