"""The yearly update in a spreadsheet: an edition as a workbook, and a filled-in workbook as changes to the edition."""
