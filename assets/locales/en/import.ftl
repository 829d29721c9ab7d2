# Import: why a file was not imported, and what was odd about one that was.

import-error-missing = There is no file or folder “{ $file }”. Check the name, or pick it again.
import-error-is-folder = “{ $file }” is a folder, not a file. Pick the files in it, or import the whole folder.
import-error-empty-folder = The folder “{ $file }” holds no text files (.txt or .md). Save the transcripts there as UTF-8 text, or pick another folder.
import-error-too-many-files = The folder “{ $file }” holds more than { $limit } text files. Pick a folder nearer to the transcripts.
import-error-unreadable = “{ $file }” cannot be read; the system refuses it. Close it in other programs, check that you may open it and that its drive is connected, then import again.
import-error-empty = “{ $file }” has no words in it. Check that it is the right file and that it was saved.
import-error-too-large = “{ $file }” is larger than { $limit } MB. A transcript is far smaller; split the file, or check that it is text.
import-error-too-many-lines = “{ $file }” has more than { $limit } lines. Split the file, or check that it is a transcript.
import-error-utf32 = “{ $file }” is stored as UTF-32. Open it in the program that wrote it and save it as text with the encoding UTF-8, then import again.
import-error-binary = “{ $file }” is not a text. This version reads UTF-8 text (.txt); pick the transcript itself.
import-error-docx = “{ $file }” is a Word document. This version reads UTF-8 text: in Word choose Save As, Plain Text (.txt), encoding UTF-8, then import that file.
import-error-doc = “{ $file }” is an old Word or Office document. This version reads UTF-8 text: in Word choose Save As, Plain Text (.txt), encoding UTF-8, then import that file.
import-error-rtf = “{ $file }” is a rich text document (RTF). This version reads UTF-8 text: in Word choose Save As, Plain Text (.txt), encoding UTF-8, then import that file.
import-error-odt = “{ $file }” is an OpenDocument text. This version reads UTF-8 text: in LibreOffice choose Save As, Text – Choose Encoding (.txt), UTF-8, then import that file.
import-error-pdf = “{ $file }” is a PDF. This version reads UTF-8 text: open the PDF in Word, choose Save As, Plain Text (.txt), encoding UTF-8, check the text, then import that file.
import-error-database = “{ $file }” is a database, perhaps a project. Open a project with Open; only texts are imported.
import-error-media = “{ $file }” is a picture, a recording or a film. This version reads UTF-8 text; import its transcript.
import-error-archive = “{ $file }” is a packed file (an archive, a spreadsheet or another program’s project). This version reads UTF-8 text; unpack it or save its text as .txt, encoding UTF-8, then import that file.

import-warning-encoding = “{ $file }” does not say how its letters are stored; it was read as { $encoding }, which is a guess. If letters look wrong, import it again with another encoding.
import-warning-undecoded = “{ $file }”: { $n ->
    [one] one place is
   *[other] { $n } places are
} not { $encoding } (first on line { $line }) and became “�”. The original is kept unchanged; compare with it, or import it again with another encoding.
import-warning-nul = “{ $file }”: { $n ->
    [one] one empty character (NUL) was
   *[other] { $n } empty characters (NUL) were
} replaced with “�”. The original is kept unchanged.
import-warning-damaged = “{ $file }”: { $n ->
    [one] one letter was
   *[other] { $n } letters were
} already lost (“�”) before the import. Compare the text with the recording or save it anew as UTF-8.
import-warning-markup = “{ $file }” is a web page or XML; its tags stand in the text. Save it as plain text first if they disturb.
import-warning-technique = “{ $file }” does not say how it was collected. The proposed technique is a guess; check it.
import-warning-no-turns = “{ $file }” is an interview, but no speakers were found. Put a label before every turn (“P: …”, “KS: …”), or its words belong to no informant.
import-warning-too-many-turns = “{ $file }” has more than { $n } turns; the rest belongs to no informant. Split the file.
import-warning-dates = “{ $file }” says { $date } in its header and { $other } in its name. The header counts; check the date.
import-warning-date = “{ $file }” names no day of the calendar: “{ $value }”. Check the date.
