# Kalimat riwayat: apa yang dilakukan, satu kalimat satu langkah.

step-new = Membuat proyek { $title }
step-import = Mengimpor { $source }
step-correct = Memperbaiki { $source }{ $n ->
    [0] { "" }
   *[other] : { $n } kutipan berubah
}{ $segments ->
    [0] { "" }
   *[other] { $n ->
        [0] :
       *[other] ,
    } { $segments } segmen hilang
}
step-code = Mengode { $source } baris { $lines } dengan { $code }{ $direction ->
    [supports] { " " }(mendukung)
    [partly] { " " }(sebagian)
    [weakens] { " " }(melemahkan)
    [context] { " " }(konteks)
   *[unset] { "" }
}
step-code-same = Mengode { $n } kutipan dengan { $code }
step-code-many = Memasang { $n } koding
step-code-new = Menambah kode { $code } pada { $source } baris { $lines }
step-code-new-many = Menambah kode { $code } pada { $n } kutipan
step-joined = { $what }; menjadi satu dengan { $n ->
    [1] koding yang bertumpang tindih
   *[other] { $n } koding yang bertumpang tindih
}{ $direction ->
    [differing] ; arah buktinya berbeda, jadi belum ditetapkan
   *[same] { "" }
}
step-move = Batas { $code } di { $source } dipindah ke baris { $lines }
step-move-within = Batas { $code } di { $source } dipindah dalam baris { $lines }
step-recode = Kode di { $source } baris { $lines } diganti: { $from } → { $to }
step-reduction = Menulis reduksi { $what }
step-reduction-remove = Menghapus reduksi { $what }
step-key = Menandai { $what } sebagai kutipan kunci
step-key-many = Menandai { $n } kutipan sebagai kutipan kunci
step-key-remove = Melepas tanda kutipan kunci dari { $what }
step-key-remove-many = Melepas tanda kutipan kunci dari { $n } kutipan
step-uncode = Melepas { $code } dari { $source } baris { $lines }
step-uncode-many = Melepas { $n } koding
step-direction = { $direction ->
    [supports] Arah bukti { $code } pada { $source } baris { $lines }: mendukung
    [partly] Arah bukti { $code } pada { $source } baris { $lines }: sebagian
    [weakens] Arah bukti { $code } pada { $source } baris { $lines }: melemahkan
    [context] Arah bukti { $code } pada { $source } baris { $lines }: konteks
   *[unset] Arah bukti { $code } pada { $source } baris { $lines }: belum ditetapkan
}
step-direction-many = { $direction ->
    [supports] Arah bukti { $n } koding: mendukung
    [partly] Arah bukti { $n } koding: sebagian
    [weakens] Arah bukti { $n } koding: melemahkan
    [context] Arah bukti { $n } koding: konteks
   *[unset] Arah bukti { $n } koding: belum ditetapkan
}
step-memo = { $host ->
    [journal] Menulis halaman jurnal
    [source] Menulis catatan pada sumber data { $what }
    [informant] Menulis catatan pada informan { $what }
    [code] Menulis catatan pada kode { $what }
    [segment] Menulis catatan pada { $what }
    [coding] Menulis catatan pada koding { $what }
   *[finding] Menulis catatan pada temuan
}
step-memo-remove = { $host ->
    [journal] Menghapus halaman jurnal
    [source] Menghapus catatan pada sumber data { $what }
    [informant] Menghapus catatan pada informan { $what }
    [code] Menghapus catatan pada kode { $what }
    [segment] Menghapus catatan pada { $what }
    [coding] Menghapus catatan pada koding { $what }
   *[finding] Menghapus catatan pada temuan
}
step-source-rename = Mengganti nama { $before } menjadi { $after }
step-source-describe = { $field ->
    [name] Mengganti nama sumber data: { $source }
    [short] { $n ->
        [1] Mengubah kode singkat { $source }
       *[other] Mengubah kode singkat { $n } sumber data
    }
    [description] { $n ->
        [1] Mengubah keterangan { $source }
       *[other] Mengubah keterangan { $n } sumber data
    }
    [technique] { $n ->
        [1] Mengubah teknik { $source }
       *[other] Mengubah teknik { $n } sumber data
    }
    [date] { $n ->
        [1] Mengubah tanggal { $source }
       *[other] Mengubah tanggal { $n } sumber data
    }
    [place] { $n ->
        [1] Mengubah tempat { $source }
       *[other] Mengubah tempat { $n } sumber data
    }
    [setting] { $n ->
        [1] Mengubah keadaan { $source }
       *[other] Mengubah keadaan { $n } sumber data
    }
    [note] { $n ->
        [1] Mengubah catatan pada { $source }
       *[other] Mengubah catatan pada { $n } sumber data
    }
   *[several] { $n ->
        [1] Mengubah rincian { $source }
       *[other] Mengubah rincian { $n } sumber data
    }
}
step-source-delete = { $n ->
    [1] Menghapus { $source }
   *[other] Menghapus { $n } sumber data
}{ $segments ->
    [0] , belum ada yang berkode
   *[other] { " " }beserta { $segments } segmen
}{ $codings ->
    [0] { "" }
   *[other] , { $codings } koding
}{ $memos ->
    [0] { "" }
   *[other] , { $memos } catatan
}{ $cited ->
    [0] { "" }
   *[other] ; { $cited } kutipan temuan dan evaluasi ikut terhapus
}{ $notes ->
    [0] { "" }
   *[other] ; { $notes } ringkasan dan alasan sel kosong ikut terhapus
}
step-source-done = { $n ->
    [1] Menandai { $source } selesai
   *[other] Menandai { $n } sumber data selesai
}
step-source-not-done = { $n ->
    [1] Menandai { $source } belum selesai
   *[other] Menandai { $n } sumber data belum selesai
}
step-source-type = Mengetik { $source }
step-place = { $source } baris { $lines }
step-undo = Mengurungkan: { $what }
step-redo = Mengulangi: { $what }
step-migrate = Memutakhirkan berkas proyek dari bentuk { $from } ke { $to }
step-unreadable = Langkah yang tidak dapat dibaca ({ $operation })
step-restore = Memulihkan cadangan keadaan { $from }
step-rescue = Diselamatkan dari berkas yang rusak
step-rescue-anew = Diselamatkan dari berkas yang rusak; riwayat dimulai lagi
step-project = Mengubah identitas proyek { $title }
step-citation = Mengubah pola rujukan menjadi { $pattern }
step-code-add = Menambah kode { $code }
step-code-change = { $what ->
    [name] Nama kode { $code }: { $from } → { $to }
    [short] Kode singkat { $code }: { $from } → { $to }
    [kind] Jenis kode { $code } diubah
    [colour] Warna kode { $code }: { $from } → { $to }
    [definition] Definisi kode { $code } diubah
    [test] Uji satu kalimat kode { $code } diubah
    [counts] Yang termasuk kode { $code } diubah
    [counts_not] Yang tidak termasuk kode { $code } diubah
    [examples] Contoh kode { $code } diubah
    [keywords] Kata kunci kode { $code } diubah
   *[aliases] Nama lain kode { $code } diubah
}
step-code-change-many = Mengubah { $n } isian kode { $code }
step-code-key = Tombol { $n } kini memasang { $code }
step-code-key-taken = Tombol { $n } kini memasang { $code }, bukan lagi { $from }
step-code-key-none = Kode { $code } tidak lagi bertombol
step-code-move = { $codes ->
    [1] Memindahkan kode { $code } ke bawah { $to }
   *[other] Memindahkan { $codes } kode ke bawah { $to }: { $code }
}
step-code-move-top = { $codes ->
    [1] Memindahkan kode { $code } di tingkat teratas
   *[other] Memindahkan { $codes } kode di tingkat teratas: { $code }
}
step-code-merge = Menggabungkan { $from } ke dalam { $to } ({ $n } koding)
step-code-delete = { $codes ->
    [0] Menghapus kode { $code } beserta { $n } koding
   *[other] Menghapus kode { $code } beserta { $codes } kode di bawahnya dan { $n } koding
}
step-code-delete-many = Menghapus kode { $code } beserta { $codes } kode di bawahnya dan { $n } koding
step-code-pair = Mencatat { $from } dan { $to } sebagai kode yang mudah tertukar
step-code-pair-change = Mengubah aturan pembeda { $from } dan { $to }
step-code-pair-remove = Menghapus pasangan { $from } dan { $to }
step-codebook-add = { $n ->
    [0] Menambah buku kode { $name }
   *[other] Menambah buku kode { $name } dengan { $n } kode
}
step-codebook-change = Mengubah buku kode { $from } → { $to }
step-codebook-delete = Menghapus buku kode { $name } beserta { $codes } kode dan { $n } koding
step-codebook-import = Memakai buku kode EMASLIM ({ $n } kode)
step-codebook-merge = Mengimpor buku kode: { $n } kode baru, { $codes } kode berubah
step-code-order = { $codes ->
    [1] Mengubah urutan kode { $code }
   *[other] Mengubah urutan { $codes } kode: { $code }
}
step-finding-add = Menulis temuan { $claim } di bawah { $code }{ $n ->
    [0] { "" }
   *[other] { " " }dengan { $n } bukti
}
step-finding-change = Mengubah temuan { $code } menjadi { $claim }
step-finding-recode = Memindahkan temuan { $claim } ke bawah { $code }
step-finding-move = Mengubah urutan temuan { $claim }
step-finding-delete = Menghapus temuan { $claim }{ $n ->
    [0] { "" }
   *[other] { " " }beserta { $n } bukti
}{ $checks ->
    [0] { "" }
   *[other] , { $checks } member check
}{ $verdicts ->
    [0] { "" }
   *[other] , { $verdicts } hasil triangulasi
}
step-finding-link = { $direction ->
    [supports] Mengaitkan { $what } ke temuan { $claim } (mendukung)
    [partly] Mengaitkan { $what } ke temuan { $claim } (sebagian)
    [weakens] Mengaitkan { $what } ke temuan { $claim } (melemahkan)
    [context] Mengaitkan { $what } ke temuan { $claim } (konteks)
   *[unset] Mengaitkan { $what } ke temuan { $claim }
}
step-finding-link-many = Mengaitkan { $n } kutipan ke temuan { $claim }
step-finding-unlink = Melepas { $what } dari temuan { $claim }
step-finding-unlink-many = Melepas { $n } kutipan dari temuan { $claim }
step-verdict = { $axis ->
    [group] Hasil triangulasi sumber { $row }: { $verdict }
    [informant] Hasil triangulasi informan { $row }: { $verdict }
    [technique] Hasil triangulasi teknik { $row }: { $verdict }
    [source] Hasil triangulasi sumber data { $row }: { $verdict }
    [date] Hasil triangulasi waktu { $row }: { $verdict }
   *[coder] Hasil triangulasi peneliti { $row }: { $verdict }
}{ $how ->
    [accepted] { " " }(menerima saran)
    [overruled] { " " }(saran: { $suggested })
   *[alone] { "" }
}
step-verdict-remove = { $axis ->
    [group] Menarik kembali hasil triangulasi sumber { $row }
    [informant] Menarik kembali hasil triangulasi informan { $row }
    [technique] Menarik kembali hasil triangulasi teknik { $row }
    [source] Menarik kembali hasil triangulasi sumber data { $row }
    [date] Menarik kembali hasil triangulasi waktu { $row }
   *[coder] Menarik kembali hasil triangulasi peneliti { $row }
}
step-conclusion = { $axis ->
    [group] Menulis simpulan triangulasi sumber { $row }
    [informant] Menulis simpulan triangulasi informan { $row }
    [technique] Menulis simpulan triangulasi teknik { $row }
    [source] Menulis simpulan triangulasi sumber data { $row }
    [date] Menulis simpulan triangulasi waktu { $row }
   *[coder] Menulis simpulan triangulasi peneliti { $row }
}
step-conclusion-remove = { $axis ->
    [group] Menghapus simpulan triangulasi sumber { $row }
    [informant] Menghapus simpulan triangulasi informan { $row }
    [technique] Menghapus simpulan triangulasi teknik { $row }
    [source] Menghapus simpulan triangulasi sumber data { $row }
    [date] Menghapus simpulan triangulasi waktu { $row }
   *[coder] Menghapus simpulan triangulasi peneliti { $row }
}
step-column = { $column }
step-column-crossed = { $column }, { $within }
step-summary = Menulis ringkasan { $row } ({ $column })
step-summary-remove = Menghapus ringkasan { $row } ({ $column })
step-empty-reason = Sel kosong { $row } ({ $column }): { $reason }
step-empty-reason-remove = Melepas alasan sel kosong { $row } ({ $column })
step-evaluation = Evaluasi { $row }: { $value }, dengan { $n } kutipan
step-evaluation-remove = Menghapus evaluasi { $row }
step-member-check = Member check temuan { $claim } dengan { $name }: { $state }
