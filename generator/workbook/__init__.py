"""The file formats of workbooks: a Book is written as .ods or .xlsx, and Sheets are read back from both."""
