# Buku kode: editornya, berkasnya, versinya, dan apa yang ditolaknya.

codebook-error-empty = Berkas ini kosong. Pilih berkas buku kode lain.
codebook-error-large = Berkas ini lebih dari { $most } MB, terlalu besar untuk buku kode. Periksa apakah berkasnya benar.
codebook-error-column = Tabel ini tidak punya kolom { $name }. Kolom yang ada: { $found }. Beri judul kolomnya, lalu impor lagi.
codebook-error-no-codes = Tidak ada kode dalam berkas ini. Isi paling sedikit satu kode, lalu impor lagi.
codebook-error-many = Berkas ini memuat { $n } kode, lebih dari { $most }. Bagi menjadi beberapa buku kode.
codebook-error-nameless = Ada kode tanpa nama: { $code }. Beri nama, lalu impor lagi.
codebook-error-long = Nama ini lebih dari { $most } huruf: { $name }… Persingkat, lalu impor lagi.
codebook-error-twice = { $name } muncul dua kali. Ganti salah satunya, lalu impor lagi.
codebook-error-key-twice = Tombol { $key } dipakai dua kali, yang kedua untuk { $code }. Ganti salah satunya, lalu impor lagi.
codebook-error-deep = { $code } berada lebih dari { $most } tingkat di bawah. Naikkan tingkatnya, lalu impor lagi.
codebook-error-ring = Kode { $code } berada di bawah dirinya sendiri. Betulkan induknya, lalu impor lagi.
codebook-error-value = { $field ->
    [colour] Di { $at }, “{ $what }” bukan warna. Tulis seperti #D55E00, lalu impor lagi.
    [color] Di { $at }, “{ $what }” bukan warna. Tulis seperti #D55E00, lalu impor lagi.
    [kind] Di { $at }, “{ $what }” bukan jenis kode. Pakai peran, topik, evaluasi, atau lain.
    [key] Di { $at }, “{ $what }” bukan tombol. Pakai satu angka dari 1 sampai 9.
    [parent] Di { $at }, induk “{ $what }” tidak ada dalam berkas ini. Betulkan namanya, lalu impor lagi.
   *[name] Di { $at } tidak ada nama kode. Isi namanya, lalu impor lagi.
}
codebook-error-pair = Pasangan kode ini tidak dapat dibaca: { $what }. Betulkan, lalu impor lagi.

codebook-unfit-no-name = Kode perlu nama. Isi namanya.
codebook-unfit-long = Nama itu lebih dari { $most } huruf. Persingkat; selebihnya dapat ditulis di definisi.
codebook-unfit-same-name = Di tempat itu sudah ada kode bernama { $name }. Pakai nama lain, atau gabungkan kedua kode.
codebook-unfit-same-short = Kode singkat { $short } sudah dipakai { $name }. Pakai kode singkat lain.
codebook-unfit-under-itself = { $code } tidak dapat berada di bawah { $parent }, karena { $parent } adalah dirinya sendiri atau ada di bawahnya. Pilih tempat lain.
codebook-unfit-deep = { $code } akan berada lebih dari { $most } tingkat di bawah. Pilih tempat yang lebih tinggi.
codebook-unfit-colour = “{ $what }” bukan warna. Tulis seperti #D55E00, atau pilih dari palet.
codebook-unfit-key = “{ $what }” bukan tombol. Pakai satu angka dari 1 sampai 9.
codebook-unfit-into-itself = { $code } tidak dapat digabungkan ke dalam dirinya sendiri. Pilih kode lain.
codebook-unfit-into-own = { $code } tidak dapat digabungkan ke dalam { $into }, yang ada di bawahnya. Gabungkan sebaliknya.
codebook-unfit-pair = { $code } tidak dapat tertukar dengan dirinya sendiri. Pilih kode lain.
codebook-unfit-no-pair = Pasangan itu sudah tidak ada. Mungkin sudah dihapus; lihat riwayat.
codebook-unfit-no-book = Buku kode itu sudah tidak ada. Pilih buku kode lain.
codebook-unfit-nameless-book = Buku kode perlu nama. Isi namanya.
codebook-unfit-same-book = Sudah ada buku kode bernama { $name }. Pakai nama lain.
codebook-unfit-many = Satu proyek memuat paling banyak { $most } kode. Hapus kode yang tidak dipakai.

codebook-merged-direction = { $direction ->
    [supports] Arah bukti di { $code } sebelum digabung: mendukung
    [partly] Arah bukti di { $code } sebelum digabung: sebagian
    [weakens] Arah bukti di { $code } sebelum digabung: melemahkan
   *[context] Arah bukti di { $code } sebelum digabung: konteks
}
codebook-merged-value = { $value ->
    [agreement] Di { $code } sebelum digabung: sesuai
    [partial] Di { $code } sebelum digabung: sesuai sebagian
    [silence] Di { $code } sebelum digabung: senyap
    [dissonance] Di { $code } sebelum digabung: bertentangan
    [unrated] Di { $code } sebelum digabung: belum dinilai
    [not_asked] Di { $code } sebelum digabung: tidak ditanyakan
    [not_mentioned] Di { $code } sebelum digabung: ditanyakan, tidak disebut
    [dont_know] Di { $code } sebelum digabung: menyatakan tidak tahu
    [optimal] Di { $code } sebelum digabung: optimal
    [adequate] Di { $code } sebelum digabung: cukup
   *[not_yet_optimal] Di { $code } sebelum digabung: belum optimal
}

codebook-version-field = { $field } { $code }: “{ $from }” → “{ $to }”
codebook-field = { $what ->
    [name] Nama
    [short] Kode singkat
    [kind] Jenis
    [key] Tombol
    [colour] Warna
    [definition] Definisi
    [test] Pertanyaan uji
    [counts] Termasuk
    [counts_not] Tidak termasuk
    [examples] Contoh
    [keywords] Kata kunci
   *[aliases] Nama lain
}
codebook-version-moved = { $code } dipindahkan dari { $from } ke { $to }
codebook-version-order = Urutan kode diubah
codebook-version-added = { $code } ditambahkan
codebook-version-added-many = { $n } kode ditambahkan
codebook-version-removed = { $code } dihapus
codebook-version-removed-many = { $n } kode dihapus
codebook-version-pair = { $from } dan { $to } dicatat mudah tertukar: { $rule }
codebook-version-pair-changed = Aturan pembeda { $from } dan { $to }: { $rule }
codebook-version-pair-gone = Pasangan { $from } dan { $to } dihapus: { $rule }
codebook-version-book = Buku kode “{ $from }” → “{ $to }”
