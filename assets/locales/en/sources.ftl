# The place Data, its sources; and the command line about them.

stage-untouched = Not started
stage-in_progress = In progress
stage-done = Done

memo-host-journal = Journal
memo-host-source = Source
memo-host-informant = Informant
memo-host-code = Code
memo-host-segment = Segment
memo-host-coding = Coding
memo-host-finding = Finding

cli-help-source = Change what is known of sources, type one in, delete some, take an original file out
cli-help-source-rename = Give a source another name
cli-help-source-set = Change facts of one or several sources in one step
cli-help-source-delete = Delete sources with all that is coded in them; undo brings them back
cli-help-source-add = Add a source that is typed instead of imported
cli-help-source-original = Write the original file of a source, byte for byte
cli-help-memos = List every memo with what it hangs on
cli-help-memo = Write a memo on a source, code, informant or coding, or a page of the journal
cli-arg-memo-text = The words; empty ones remove the memo
cli-arg-sources = Sources, each by its id, name or short code
cli-arg-source-name = Name of the source
cli-arg-source-short = Short code for narrow places, such as W.KS; of one source at a time
cli-arg-source-description = What it is in a few words
cli-arg-new-date = Date of collection, YYYY-MM-DD, or none
cli-arg-source-setting = The circumstances: time of day, who was there
cli-arg-source-note = Your note on the source
cli-arg-done = Whether you are done with coding it: true or false
cli-arg-source-text = The words
cli-arg-source-file = A text file that holds the words; - reads standard input
cli-column-progress = Progress
cli-column-host = On
cli-column-which = Which
cli-column-memo = Memo
cli-original-written = Written, { $bytes } bytes: { $path }
