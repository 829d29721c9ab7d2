# The first page.

welcome-name = Emaslim
welcome-question = Benarkah pernyataan ini didukung setiap informan dan setiap teknik? Di mana kata-katanya?
welcome-new = Buat proyek baru
    .note = Dengan buku kode EMASLIM atau buku kode kosong
welcome-open = Buka proyek…
    .note = Berkas .emaslim di laptop ini
welcome-sample = Coba studi contoh
    .note = 10 sumber data, 167 segmen, semua nama rekaan
welcome-recent = Terakhir dibuka
welcome-promise = Semua data tetap di laptop ini. Tanpa akun dan tanpa internet.
welcome-language = English
welcome-drop = Buka atau buat proyek dahulu, lalu tarik berkas ke sana.

example-from = Dari studi contoh
example-code = SUP.2
    .name = Melaksanakan supervisi
example-principal = Kepala sekolah
    .who = Kepala sekolah
    .where = W.KS baris 45
    .before = Supervisi rutin.{" "}
    .coded = Setiap guru saya supervisi dua kali dalam satu semester, jadwalnya kami tempel di ruang guru
    .after = , jadi tidak ada yang merasa disergap.
example-teacher = Guru
    .who = Guru
    .where = W.G1 baris 30
    .before = Kalau supervisi, jujur saja,{" "}
    .coded = semester kemarin saya disupervisi satu kali, bulan September. Semester ini sampai sekarang belum.
    .after = {""}
example-student = Siswa
    .who = Siswa
    .where = W.S3 baris 28
    .before = Kalau itu saya tidak tahu, Kak. Kami siswa tidak pernah lihat.
    .coded = {""}
    .after = {""}
example-conclusion = Pelaksanaan dan tindak lanjut supervisi belum sesuai rencana.
