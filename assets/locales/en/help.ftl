# Help and glossary.

help-pages = Pages of the help
help-steps = How the work goes
help-terms = Glossary
help-ethics = Ethics
help-go = Open { $place }
help-seen = Seen in { $place }

help-step-import = Import transcripts and notes
    .text = Interviews, observation sheets and documents come in as sources. Their line numbers never change, so that “line 45” in the thesis can always be found again.
help-step-people = Check who is speaking
    .text = Every speaker becomes an informant with a code (KS, G1, S3) and a group. The researcher's questions count as nobody's evidence.
help-step-code = Read and code statements
    .text = Select one whole statement, then press the number of its role (1–7), or Enter to find a code. A statement may carry two codes where it really holds two ideas.
help-step-direct = Set the direction of evidence
    .text = Say whether the quotation supports, partly supports or weakens. “I was never supervised” is still about supervision, but weakens it.
help-step-compare = Compare side by side
    .text = Each row is a role, each column a side or a technique. Read the quotations first and the counts after; an empty cell says why it is empty.
help-step-report = Hand it in with the words
    .text = Export coded excerpts and tables with their line references, so that a supervisor can follow every statement back to its source.

help-term-sources = Triangulation of sources
    .text = What different people say about the same thing, for instance the principal, the teachers and the students, is set side by side. Their views are not averaged: what is the same, what differs and what only one side mentions is written down.
help-term-techniques = Triangulation of techniques
    .text = The same thing is checked in another way: what was said in an interview against what was seen during observation and what is written in documents.
help-term-key-informant = Key informant
    .text = The person who knows most about the subject of the study; here usually the principal. Additional informants, such as teachers and students, complete and test what was said.
help-term-segment = Quotation and segment
    .text = The quotation is the words, the segment is their place in the text. Counts are always of segments: a place counts once in a row, however many codes it carries.
help-term-coding = Coding
    .text = Applying a code to a segment: saying what a statement is about. It is the informant's words that are coded, not the researcher's question.
help-term-codebook = Codebook
    .text = The list of codes with their definitions, a one-line test, and what counts and what does not. It lets two people code alike. Every project has a copy of its own.
help-term-indicator = Indicator
    .text = A part of a role that can be recognised in what is said or done, such as SUP.3 Giving feedback. Use the most specific one that fits; in doubt, code the role only.
help-term-direction = Direction of evidence
    .text = Whether a quotation supports, partly supports or weakens the claim that the role is carried out. Hearsay, wishes and plans are context and never count as evidence.
help-term-verdict = Verdict
    .text = The researcher's judgement of a row: agreement, partial agreement, dissonance or silence. The program makes a suggestion and gives its reason; the judgement stays with the researcher.
help-term-silence = Silence
    .text = One side says nothing about it. Silence is neither contradiction nor zero: perhaps it was not asked, not mentioned, or the informant did not know, and these are kept apart.
help-term-reduction = Data reduction
    .text = Choosing and condensing raw data to what answers the research question. The coded excerpts are its result, and each of them still points to its line.
help-term-audit = Audit trail
    .text = The record of who changed what and when, by which others can follow the way from the data to the conclusion. Every step is recorded by itself, those undone as well.

help-ethics-consent = Consent
    .text = Note every informant's consent and how far it goes: to be recorded, to be quoted, to be shown to the supervisor. Without consent, do not use the words.
help-ethics-children = Children
    .text = Data about children are specially protected. What students say needs the consent of a parent or guardian, beside the student's own.
help-ethics-names = Names and pseudonyms
    .text = Use the same code or pseudonym throughout the study. A position can give somebody away too: a school has only one principal.
help-ethics-withdrawn = Withdrawn consent
    .text = An informant may withdraw. The use of the data ends at once, and what has already been exported has to be found again.
help-ethics-ask = In doubt
    .text = This help is no legal advice. Ask the ethics committee or your supervisor.
