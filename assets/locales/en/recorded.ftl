### Recordings that were written down: subtitles, what transcription programs write, and times of the recording.

import-warning-cues = “{ $file }”: { $n ->
    [one] one part has no time or one that cannot be read (line { $lines }). Its words are in, without a time of their own; compare them with the recording.
   *[other] { $n } parts have no time or one that cannot be read (lines { $lines }). Their words are in, without a time of their own; compare them with the recording.
}
import-warning-subtitle-notes = “{ $file }”: { $n ->
    [one] one note of the file’s maker (NOTE) is nobody’s words and was left out.
   *[other] { $n } notes of the file’s maker (NOTE) are nobody’s words and were left out.
}
import-warning-rolling = “{ $file }” holds rolling captions that repeat the line before; every line is in once.
import-warning-unknown-voice = “{ $file }”: the transcription program did not recognise who speaks in { $n ->
    [one] one part
   *[other] { $n } parts
}; the label is “{ $label }” and the words belong to no informant. Decide who speaks in the import sheet.
import-warning-times = “{ $file }”: { $n ->
    [one] one time stamp was taken out of the text and stands
   *[other] { $n } time stamps were taken out of the text and stand
} beside the transcript now. If the text should keep its stamps, choose “Leave in the text” in the import sheet (in a terminal: --times keep).

sheet-recorded = Recording
sheet-recorded-note = Holds for all files of this sheet.
sheet-cues = { $n ->
    [one] One part with a time
   *[other] { $n } parts with times
}
sheet-cues-join = Join by speaker
sheet-cues-keep = One part, one line
sheet-times = { $n ->
    [one] One time stamp in the text
   *[other] { $n } time stamps in the text
}
sheet-times-remove = Move beside
sheet-times-keep = Leave in the text

cli-arg-cues = Parts of a recording (subtitles, Whisper): join makes turns of what one speaker says, keep makes every part a line (join if not said)
cli-arg-times = Time stamps in the text: remove moves them beside it, keep leaves them there (remove if not said)

coding-block-time = Time of the recording { $time }.
