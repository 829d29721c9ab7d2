# Informants, groups, attributes, consent.

## Riwayat.
step-informant-new = Menambah informan { $name }
step-informant = Mengubah data informan { $name }
step-informant-rename = Mengganti kode informan { $from } menjadi { $to }{ $exports ->
    [0] { "" }
   *[other] ; { $exports } ekspor tidak berlaku lagi
}
step-informant-delete = Menghapus informan { $name }{ $n ->
    [0] { "" }
   *[other] ; { $n } giliran bicara tidak bertuan lagi
}{ $exports ->
    [0] { "" }
   *[other] ; { $exports } ekspor tidak berlaku lagi
}
step-withdraw = Mengunci keterangan { $name } karena persetujuan ditarik{ $exports ->
    [0] { "" }
   *[other] ; { $exports } ekspor masih memuatnya
}
step-restore-consent = Membuka kembali keterangan { $name }
step-purge = Menghapus keterangan { $name } untuk selamanya
step-group-new = Menambah kelompok { $name }
step-group-rename = Mengganti nama kelompok { $from } menjadi { $to }
step-group-order = Memindahkan kelompok { $name }
step-group-delete = Menghapus kelompok { $name }{ $n ->
    [0] { "" }
   *[other] ; { $n } informan tanpa kelompok
}
step-attribute-new = Menambah ciri { $name }
step-attribute = Mengubah ciri { $name }
step-attribute-order = Memindahkan ciri { $name }
step-attribute-delete = Menghapus ciri { $name }{ $n ->
    [0] { "" }
   *[other] {" "}dengan { $n } isian
}
step-attribute-value = Mengisi ciri { $name } untuk { $what }
step-assign = Menetapkan { $what } sebagai keterangan { $name } ({ $n } giliran bicara, { $segments } segmen){ $exports ->
    [0] { "" }
   *[other] ; { $exports } ekspor tidak berlaku lagi
}
step-assign-researcher = Menetapkan { $what } sebagai kata-kata peneliti ({ $n } giliran bicara, { $segments } segmen){ $exports ->
    [0] { "" }
   *[other] ; { $exports } ekspor tidak berlaku lagi
}
step-assign-other = Melepas { $what } dari informan ({ $n } giliran bicara, { $segments } segmen){ $exports ->
    [0] { "" }
   *[other] ; { $exports } ekspor tidak berlaku lagi
}
step-assign-turns = Menetapkan { $n } giliran bicara sebagai keterangan { $name } ({ $segments } segmen){ $exports ->
    [0] { "" }
   *[other] ; { $exports } ekspor tidak berlaku lagi
}
step-assign-turns-researcher = Menetapkan { $n } giliran bicara sebagai kata-kata peneliti ({ $segments } segmen){ $exports ->
    [0] { "" }
   *[other] ; { $exports } ekspor tidak berlaku lagi
}
step-assign-turns-other = Melepas { $n } giliran bicara dari informan ({ $segments } segmen){ $exports ->
    [0] { "" }
   *[other] ; { $exports } ekspor tidak berlaku lagi
}

## Galat.
error-informant-gone = Informan itu sudah tidak ada. Pilih informan lain.
error-informant-nameless = Informan memerlukan kode, misalnya G3. Isi kodenya, lalu simpan lagi.
error-informant-same = Kode { $name } sudah dipakai informan lain. Pakai kode lain, atau gabungkan keterangannya dengan menetapkan sumber data ke { $name }.
error-withdrawn = { $name } menarik persetujuannya, jadi keterangannya terkunci dan tidak dapat dipindahkan. Batalkan penarikan itu dulu bila keliru, atau hapus keterangannya untuk selamanya.
error-locked = Bagian itu memuat kata-kata { $name } di { $source }, yang menarik persetujuannya. Kata-kata itu terkunci; pilih bagian lain.
error-not-withdrawn = { $name } tidak menarik persetujuannya, jadi keterangannya tidak dihapus untuk selamanya. Catat penarikannya dulu.
error-purge-code = Kode yang diketik bukan { $name }, jadi tidak ada yang dihapus. Ketik { $name } untuk menghapus keterangannya untuk selamanya.
error-group-gone = Kelompok itu sudah tidak ada. Pilih kelompok lain.
error-group-nameless = Kelompok memerlukan nama. Isi namanya, lalu simpan lagi.
error-group-same = Nama { $name } sudah dipakai kelompok lain. Pakai nama lain.
error-group-last = { $name } adalah kelompok terakhir, jadi tidak dihapus. Tambahkan kelompok lain dulu, atau ganti namanya.
error-attribute-gone = Ciri itu sudah tidak ada. Pilih ciri lain.
error-attribute-nameless = Ciri memerlukan nama, misalnya Kelas. Isi namanya, lalu simpan lagi.
error-attribute-same = Nama { $name } sudah dipakai ciri lain. Pakai nama lain.
error-attribute-choices = Ciri { $name } berupa pilihan, tetapi belum ada pilihannya. Isi sedikitnya satu.
error-attribute-value = { $kind ->
    [number] { $value } bukan angka, jadi { $name } tidak diisi. Ketik angka seperti 12 atau 3,5.
    [date] { $value } bukan tanggal, jadi { $name } tidak diisi. Ketik tanggal seperti 2025-02-12.
   *[choice] { $value } tidak ada dalam pilihan { $name }. Pilih salah satu: { $choices }.
}
error-attribute-misfits = { $kind ->
    [number] { $n } isian { $name } bukan angka, antara lain { $value }. Ubah isian itu dulu.
    [date] { $n } isian { $name } bukan tanggal, antara lain { $value }. Ubah isian itu dulu.
   *[choice] { $n } isian { $name } tidak ada dalam pilihan baru, antara lain { $value }. Tambahkan ke pilihan, atau ubah isian itu dulu.
}
error-no-label = Tidak ada giliran bicara berlabel { $name }. Periksa labelnya dalam transkrip.
error-no-turn = Giliran bicara itu sudah tidak ada. Pilih giliran lain.
error-nobody-speaks = Di { $name } hanya peneliti yang berbicara. Tetapkan gilirannya satu per satu, atau menurut label.

## Terkunci dan menurut ciri.
left-out-withdrawn = Tidak dihitung: terkunci karena informan menarik persetujuannya
compare-left-out-withdrawn = { $n } segmen terkunci karena persetujuan ditarik
compare-by-attribute = Ciri
lookup-unknown-attribute = Tidak ada ciri “{ $name }”. Tambahkan dengan emaslim informant PROYEK attribute add.
lookup-nearest-attribute = Tidak ada ciri “{ $name }”. Yang mirip: { $nearest }.
lookup-ambiguous-attribute = Ada beberapa ciri bernama “{ $name }”. Sebut salah satu menurut id-nya: { $candidates }.
