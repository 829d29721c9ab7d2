# The first page. Quotations are never translated.

welcome-name = Emaslim
welcome-question = Is this claim borne out by every informant and every technique? Where are the words?
welcome-new = Create a new project
    .note = With the EMASLIM codebook or an empty one
welcome-open = Open a project…
    .note = An .emaslim file on this computer
welcome-sample = Try the sample study
    .note = 10 sources, 167 segments, all names invented
welcome-recent = Opened last
welcome-promise = All data stay on this computer. No account, no internet.
welcome-language = Bahasa Indonesia
welcome-drop = Open or create a project first, then drop files there.

example-from = From the sample study
example-code = SUP.2
    .name = Carrying out supervision
example-principal = Principal
    .who = Principal
    .where = W.KS line 45
    .before = Supervisi rutin.{" "}
    .coded = Setiap guru saya supervisi dua kali dalam satu semester, jadwalnya kami tempel di ruang guru
    .after = , jadi tidak ada yang merasa disergap.
example-teacher = Teacher
    .who = Teacher
    .where = W.G1 line 30
    .before = Kalau supervisi, jujur saja,{" "}
    .coded = semester kemarin saya disupervisi satu kali, bulan September. Semester ini sampai sekarang belum.
    .after = {""}
example-student = Student
    .who = Student
    .where = W.S3 line 28
    .before = Kalau itu saya tidak tahu, Kak. Kami siswa tidak pernah lihat.
    .coded = {""}
    .after = {""}
example-conclusion = Supervision and its follow-up do not match the plan yet.
