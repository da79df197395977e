' What a person does in LibreOffice, done by LibreOffice itself: opens a workbook, types, and saves it.

Function Opened(source)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Hidden"
  how(0).Value = True
  Opened = StarDesktop.loadComponentFromURL(source, "_blank", 0, how())
End Function

' Types what a list says, a line for each cell: its sheet, its address and the text, parted by tabs. Then saves.
Sub TypeIn(source, target, filter, wanted)
  book = Opened(source)
  folder = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  stream = createUnoService("com.sun.star.io.TextInputStream")
  stream.setInputStream(folder.openFileRead(wanted))
  stream.setEncoding("UTF-8")
  Do While Not stream.isEOF()
    parts = Split(stream.readLine(), Chr(9))
    If UBound(parts) = 2 Then
      book.Sheets.getByName(parts(0)).getCellRangeByName(parts(1)).FormulaLocal = parts(2)
    End If
  Loop
  stream.closeInput()
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = filter
  book.storeToURL(target, how())
  book.close(True)
End Sub

' Writes down what LibreOffice makes of a workbook.
Sub Describe(source, target, filter)
  book = Opened(source)
  values = book.Sheets.getByName("Values")
  Open target For Output As #1
  book.CurrentController.setActiveSheet(values)
  Print #1, "frozen " & book.CurrentController.hasFrozenPanes() & " at " & book.CurrentController.getSplitRow()
  Print #1, "protected " & values.isProtected()
  For Each address In Array("A9", "C9", "E2", "D9", "E9", "F9")
    cell = values.getCellRangeByName(address)
    listed = (cell.Validation.Type = com.sun.star.sheet.ValidationType.LIST)
    Print #1, address & " locked " & cell.CellProtection.IsLocked & " list " & listed
  Next
  free = book.Sheets.getByName("Due").getCellRangeByName("D2")
  Print #1, "Due!D2 list " & (free.Validation.Type = com.sun.star.sheet.ValidationType.LIST)
  Print #1, "list " & values.getCellRangeByName("F9").Validation.getFormula1()
  Print #1, "text " & (values.getCellRangeByName("D2").Type = com.sun.star.table.CellContentType.TEXT)
  Print #1, "number " & (values.getCellRangeByName("E2").Type = com.sun.star.table.CellContentType.VALUE)
  Close #1
  book.close(True)
End Sub
