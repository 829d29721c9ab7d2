# The member check sheet and the audit trail.

membercheck-title = Member check sheet
membercheck-none = No finding rests on the words of an informant yet.
membercheck-informant = Informant: { $who }
membercheck-request = Please read each finding with your own words beside it and tick one of the boxes. Where something has to be corrected or rejected, write it in the column for notes.
membercheck-finding = Finding
membercheck-own-words = Your own words
membercheck-answer = Answer
membercheck-notes = Notes
membercheck-box-confirmed = I agree
membercheck-box-corrected = To be corrected
membercheck-box-rejected = I do not agree
membercheck-date = Place, date: ______________________________
membercheck-signature = Signature of the informant: ______________________________
membercheck-researcher = Signature of the researcher: ______________________________

audit-title = Audit trail
audit-note = { $n ->
    [one] { $n } step. What stood there before and after is given where the history keeps it.
   *[other] { $n } steps, the first one first. What stood there before and after is given where the history keeps it.
}
audit-when = When
audit-who = By
audit-what = What was done
audit-before = Before
audit-after = After
audit-undone = undone later
audit-more = { $n ->
    [one] and { $n } other change
   *[other] and { $n } other changes
}
audit-field-title = Title
audit-field-school = School
audit-field-researcher = Researcher
audit-field-student_number = Student number
audit-field-supervisor = Supervisor
audit-field-citation = Citation pattern
audit-field-name = Name
audit-field-short = Short code
audit-field-description = Description
audit-field-technique = Technique
audit-field-date = Date
audit-field-place = Place
audit-field-setting = Circumstances
audit-field-note = Note
audit-field-code = Code
audit-field-standing = Standing
audit-field-consent = Consent
audit-field-consent_date = Date of consent
audit-field-value = Value
audit-field-definition = Definition
audit-field-test = One-line test
audit-field-quote = Quotation
audit-field-reduction = Reduction
audit-field-direction = Direction of evidence
audit-field-text = Memo
audit-field-claim = Finding
audit-field-conclusion = Conclusion
audit-field-summary = Summary
audit-field-empty_reason = Why empty
audit-field-reason = Reason
audit-field-state = State
