# Kalimat riwayat: apa yang dilakukan, satu kalimat satu langkah.

step-new = Membuat proyek { $title }
step-import = Mengimpor { $source }
step-code = Mengode { $source } baris { $lines } dengan { $code }{ $direction ->
    [supports] { " " }(mendukung)
    [partly] { " " }(sebagian)
    [weakens] { " " }(melemahkan)
    [context] { " " }(konteks)
   *[unset] { "" }
}
step-code-same = Mengode { $n } kutipan dengan { $code }
step-code-many = Memasang { $n } koding
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
step-place = { $source } baris { $lines }
step-undo = Mengurungkan: { $what }
step-redo = Mengulangi: { $what }
step-migrate = Memutakhirkan berkas proyek dari bentuk { $from } ke { $to }
step-unreadable = Langkah yang tidak dapat dibaca ({ $operation })
step-restore = Memulihkan cadangan keadaan { $from }
step-rescue = Diselamatkan dari berkas yang rusak
step-rescue-anew = Diselamatkan dari berkas yang rusak; riwayat dimulai lagi
