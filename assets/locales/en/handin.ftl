# Identity, citations, and what is handed in.

identity-heading = Project identity
    .tip = Title, school, researcher, and how passages are cited
    .note = Stands on everything you export.
identity-title = Title of the study
identity-school = School
    .hint = SMPN 31 Tirta Banua
identity-researcher = Researcher
    .hint = Your full name
identity-student-number = Student number
identity-supervisor = Supervisor
identity-citation = Citation pattern
    .note = Tokens: {"{"}technique{"}"} W, O or D · {"{"}who{"}"} the informant, else the running number · {"{"}date:dd-MM-yyyy{"}"} · {"{"}line{"}"} · {"{"}source{"}"} · {"{"}short{"}"} · {"{"}place{"}"}. Where two sources would be cited alike, a letter tells them apart.
identity-example = Example
identity-example-is = Example: { $example }
identity-example-none = The example appears once there is a source.
identity-save = Save identity
