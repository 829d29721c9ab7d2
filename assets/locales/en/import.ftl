# Import: why a file was not imported, and what was odd about one that was.

import-error-missing = There is no file or folder “{ $file }”. Check the name, or pick it again.
import-error-is-folder = “{ $file }” is a folder, not a file. Pick the files in it, or import the whole folder.
import-error-empty-folder = The folder “{ $file }” holds no files that can be read (.docx, .odt, .rtf, .html, .md, .srt, .vtt or .txt). Save the transcripts there, or pick another folder.
import-error-too-many-files = The folder “{ $file }” holds more than { $limit } files. Pick a folder nearer to the transcripts.
import-error-unreadable = “{ $file }” cannot be read; the system refuses it. Close it in other programs, check that you may open it and that its drive is connected, then import again.
import-error-empty = “{ $file }” has no words in it. Check that it is the right file and that it was saved.
import-error-too-large = “{ $file }” is larger than { $limit } MB. A transcript is far smaller; split the file, or check that it is text.
import-error-too-many-lines = “{ $file }” has more than { $limit } lines. Split the file, or check that it is a transcript.
import-error-utf32 = “{ $file }” is stored as UTF-32. Open it in the program that wrote it and save it as text with the encoding UTF-8, then import again.
import-error-binary = “{ $file }” is not a text. This version reads Word (.docx), OpenDocument (.odt), RTF, HTML, Markdown, subtitles (.srt, .vtt) and plain text (.txt); pick the transcript itself.
import-error-doc = “{ $file }” is an old Word or Office document. Save it as .docx in Word, then import it again.
import-error-pdf = “{ $file }” is a PDF. This version does not read PDF yet: open it in Word, save it as .docx, check the text, then import that file.
import-error-database = “{ $file }” is a database, perhaps a project. Open a project with Open; only texts are imported.
import-error-media = “{ $file }” is a picture, a recording or a film. What is read is text; import its transcript.
import-error-archive = “{ $file }” is a packed file (an archive, a spreadsheet or another program’s project). Unpack it, or save its text as .docx or .txt, then import that file.
import-error-damaged = “{ $file }” is damaged or cut off, so that not all of it can be read. Open it in the program that made it, save it again, then import it; if it was sent to you, ask for it again.
import-error-locked = “{ $file }” is locked with a password. Open it in Word or LibreOffice with the password, save it without one, then import it again.
import-error-only-pictures = “{ $file }” holds nothing but pictures, as a scan does; there is not a word to read. Type the text or have it recognised (OCR), then import it again.

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
import-warning-markup = “{ $file }” is XML; its tags stand in the text. Save it as plain text first if they disturb.
import-warning-tracked = “{ $file }”: { $n ->
    [one] one tracked change was
   *[other] { $n } tracked changes were
} read as accepted: what was inserted is in, what was deleted is not. Check that this is the text you mean.
import-warning-notes = “{ $file }”: { $n ->
    [one] one footnote or endnote stands
   *[other] { $n } footnotes or endnotes stand
} at the end of the text, with marks [1], [2], … at their places; their words belong to no informant.
import-warning-pictures = “{ $file }”: { $n ->
    [one] one picture was
   *[other] { $n } pictures were
} left out; words in pictures are not read.
import-warning-comments = “{ $file }”: { $n ->
    [one] one comment became a memo at its place
   *[other] { $n } comments became memos at their places
}.
import-warning-incomplete = “{ $file }” ends in the middle; what could be read is in. Compare the end of the text with the original.
import-warning-technique = “{ $file }” does not say how it was collected. The proposed technique is a guess; check it.
import-warning-no-turns = “{ $file }” is an interview, but no speakers were found. Put a label before every turn (“P: …”, “KS: …”), or its words belong to no informant.
import-warning-too-many-turns = “{ $file }” has more than { $n } turns; the rest belongs to no informant. Split the file.
import-warning-dates = “{ $file }” says { $date } in its header and { $other } in its name. The header counts; check the date.
import-warning-date = “{ $file }” names no day of the calendar: “{ $value }”. Check the date.
