### Impor sebagai satu pekerjaan: uji coba, lembar impor, laporan.

import-error-stopped = Impor dihentikan sebelum “{ $file }” masuk.

cli-arg-encoding = Pengodean berkas, misalnya UTF-8, UTF-16LE, atau windows-1252 (bila tidak disebut: dikenali sendiri)
cli-arg-label = Milik siapa sebuah label: kode informan, question (peneliti), other (orang lain), atau none (bukan penutur); boleh diulang
cli-import-skipped = { $n } berkas belum diimpor karena pekerjaan terhenti sebelum gilirannya.

importing-encoding = Pengodean { $encoding }
importing-place = Tempat: { $place }
importing-no-group = tanpa kelompok
importing-person = Informan { $code }: { $description } ({ $group }, { $standing })
importing-undecided = belum ditentukan
importing-researcher = peneliti
importing-other = orang lain, tidak dihitung
importing-label = Label “{ $label }” → { $who }, { $turns } giliran: { $example }
importing-remembered = “{ $file }”: keputusan label dari impor sebelumnya dipakai: { $labels }.
