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
    [test] Uji satu kalimat
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

codebook-merge-what = { $from } digabungkan ke dalam { $into }.
codebook-merge-codings = { $n } koding pindah ke { $into }.
codebook-merge-same = { $n } segmen yang sama menjadi satu.
codebook-merge-joined = { $n } koding pada segmen yang sama menjadi satu.
codebook-merge-directions = { $n } koding berbeda arah bukti: arah di { $into } dipertahankan, arah lainnya ditulis di catatannya.
codebook-merge-memos = { $n } catatan pindah.
codebook-merge-memos-joined = { $n } catatan disambung ke catatan yang ada.
codebook-merge-findings = { $n } temuan pindah ke { $into }.
codebook-merge-judgements = { $n } hasil triangulasi, ringkasan sel, atau evaluasi pindah.
codebook-merge-judgements-joined = { $n } hasil triangulasi, ringkasan sel, atau evaluasi disambung; pilihan di { $into } dipertahankan.
codebook-merge-children = { $n } kode di bawahnya pindah ke bawah { $into }.
codebook-merge-renamed = { $n } di antaranya diberi nama atau kode singkat lain karena namanya sudah dipakai.
codebook-merge-pairs = { $n } pasangan kode yang mudah tertukar ikut pindah.
codebook-merge-aliases = { $into } tetap ditemukan dengan nama lama: { $names }.
codebook-deletion = Yang ikut terhapus: { $codes } kode, { $codings } koding, { $segments } segmen, { $memos } catatan, { $findings } temuan, { $judgements } hasil triangulasi, ringkasan, atau evaluasi.
codebook-import-preview = { $added } kode baru, { $changed } kode berubah, { $unchanged } kode tetap.

codebook-add = Tambah indikator
codebook-more = Tindakan buku kode
codebook-code-more = Tindakan kode ini
codebook-new-top = Tambah kode teratas
codebook-new-book = Tambah buku kode kedua
codebook-first = Buku kode pertama
codebook-rename-book = Ganti nama buku kode ini
codebook-delete-book = Hapus buku kode ini
codebook-export-csv = Ekspor ke CSV…
codebook-export-json = Ekspor ke JSON…
codebook-exporting = Mengekspor buku kode
codebook-exported = Buku kode ditulis ke { $path }
codebook-file = buku-kode
codebook-versions = Versi buku kode
codebook-code-versions = Versi kode ini
codebook-versions-none = Belum ada yang berubah.
codebook-filter = Saring kode
codebook-filter-none = Tidak ada kode yang cocok.
codebook-name-hint = Nama kode
codebook-none-chosen = Pilih kode di kiri untuk melihat dan menyuntingnya.
codebook-facts = { $chosen ->
    [0] { $n } kode
    [1] { $n } kode
   *[other] { $n } kode · { $chosen } dipilih
}
codebook-take-emaslim = Pakai buku kode EMASLIM
codebook-make = Buat kode
codebook-edit = Sunting buku kode
codebook-edit-code = Sunting kode
codebook-recolour = Ganti warna
codebook-add-below = Tambah kode di bawahnya
codebook-rename = Ganti nama
codebook-merge = Gabungkan ke kode lain…
codebook-delete = Hapus kode
codebook-merge-chosen = Gabungkan { $n } kode…
codebook-merge-title = Gabungkan kode
codebook-merge-about = Ke kode mana { $codes } digabungkan? Koding, catatan, dan temuannya ikut; nama lamanya tetap dapat dicari.
codebook-merge-find = Cari kode yang tinggal
codebook-merge-undo = Setelah digabung masih dapat diurungkan.
codebook-merge-do = Gabungkan kode
codebook-merge-other = Pilih kode lain
codebook-merge-cancel = Batal
codebook-one-a-line = Satu per baris
codebook-kind = { $kind ->
    [role] Peran
    [topic] Topik
    [evaluation] Evaluasi
   *[other] Lain
}
codebook-no-key = Tanpa tombol
codebook-colour = Warna { $colour }
codebook-used = { $segments } segmen · { $codings } koding · { $sources } sumber data
codebook-memo = Catatan kode
codebook-pairs = Mudah tertukar dengan
codebook-pair-remove = Hapus pasangan dengan { $code }
codebook-pair-rule = Aturan pembeda dari { $code }
codebook-pair-example = Contoh pembeda dari { $code }
codebook-pair-add = Tambah kode yang mudah tertukar
codebook-pair-hint = Kode singkat atau nama
place-codebook = Buku kode
codebook-import = Impor buku kode
codebook-import-about = Berkas JSON atau CSV. Sebelum ada yang berubah, isinya ditampilkan dahulu.
codebook-import-path = Letak berkas
codebook-import-read = Baca berkas
codebook-import-pick = Pilih berkas…
codebook-import-unfit = Berkas ini memuat { $n } kode yang tidak dapat digabung dengan kode yang ada.
codebook-import-how = Kode dengan kode singkat atau nama yang sama diperbarui; tidak ada yang terhapus.
codebook-import-name = Nama, bila dijadikan buku kode kedua
codebook-import-merge = Gabungkan ke buku kode pertama
codebook-import-beside = Jadikan buku kode kedua
codebook-error-unreadable = Berkas itu tidak dapat dibaca. Periksa letaknya, lalu coba lagi.
dialog-unseen-open = Jendela pilih berkas tidak muncul. Ketik letak berkasnya.
codebook-edge = Lebar pohon kode
