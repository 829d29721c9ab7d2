# Identity, citations, and what is handed in.

identity-heading = Identitas proyek
    .tip = Judul, sekolah, peneliti, dan cara kutipan dirujuk
    .note = Tercantum pada semua yang diekspor.
identity-title = Judul penelitian
identity-school = Sekolah
    .hint = SMPN 31 Tirta Banua
identity-researcher = Peneliti
    .hint = Nama lengkap
identity-student-number = NIM
identity-supervisor = Dosen pembimbing
identity-citation = Pola rujukan
    .note = Penanda: {"{"}technique{"}"} W, O, atau D · {"{"}who{"}"} informan, atau nomor urut · {"{"}date:dd-MM-yyyy{"}"} · {"{"}line{"}"} · {"{"}source{"}"} · {"{"}short{"}"} · {"{"}place{"}"}. Bila dua sumber data akan dirujuk sama, sebuah huruf membedakannya.
identity-example = Contoh
identity-example-is = Contoh: { $example }
identity-example-none = Contoh muncul begitu ada sumber data.
identity-save = Simpan identitas
