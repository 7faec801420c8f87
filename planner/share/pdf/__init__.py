"""The report for a physio: two pages, the raw days after them if wanted, and the data inside for their own tools.

`story` gathers what is told as values, `sheet` says it in the reader's language, and the rest draws that. An app that shows a
preview takes the sheet as well. Import the module you need; the library that writes PDF is slow to load.
"""
