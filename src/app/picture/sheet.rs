//! Every small widget on one sheet, in both themes.

use crate::app::icons;
use crate::app::theme::{Theme, type_scale};
use crate::app::widgets::{
    Button, Cell, CodeChip, ListRow, MenuEntry, Words, card_ui, checkbox_ui, chip_ui, choice_ui, code_swatch_ui,
    direction_control_ui, direction_mark_ui, empty_place_ui, field_ui, keycap_ui, label_ui, menu_ui, page_frame,
    panel_frame, place_header_ui, rule_ui, search_field_ui, segmented_ui, text_area_ui, verdict_ui,
};
use crate::domain::{Colour, Direction, Language, Verdict};
use crate::i18n::Catalog;
use eframe::egui::{self, Panel, Ui};
use egui_kittest::Harness;

const FAMILIES: [(&str, [u8; 3]); 9] = [
    ("EDU", [0x00, 0x72, 0xB2]),
    ("MAN", [0xE6, 0x9F, 0x00]),
    ("ADM", [0x7A, 0x7A, 0x7A]),
    ("SUP", [0xD5, 0x5E, 0x00]),
    ("LEA", [0x00, 0x9E, 0x73]),
    ("INO", [0x56, 0xB4, 0xE9]),
    ("MOT", [0xCC, 0x79, 0xA7]),
    ("KES", [0x7F, 0x3C, 0x8D]),
    ("EVA", [0x4D, 0x4D, 0x4D]),
];

fn sheet_ui(ui: &mut Ui, catalog: &Catalog) {
    let theme = Theme::of(ui);
    Panel::left("list").exact_size(288.0).frame(panel_frame(ui.ctx()).inner_margin(8)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (at, (short, name, count)) in
            [("W.KS", "Kepala sekolah", "41"), ("W.G1", "Guru Matematika", "22"), ("O.1", "Kegiatan pagi", "10")]
                .into_iter()
                .enumerate()
        {
            let cell = Cell::Short(short, 42.0);
            let row = ListRow { cell, right: count, is_chosen: at == 0, ..ListRow::new(name) };
            let response = row.ui(ui);
            if at == 1 {
                response.request_focus();
            }
        }
        for (at, (name, colour)) in FAMILIES.into_iter().enumerate() {
            let key = u32::try_from(at).ok().and_then(|at| char::from_digit(at + 1, 10));
            let cell = Cell::Swatch(theme.code(Colour(colour)), key.filter(|_| at < 7));
            ListRow { cell, right: "20", ..ListRow::new(name) }.ui(ui);
        }
        ListRow {
            cell: Cell::Icon(icons::MICROPHONE),
            ..ListRow::new("Nama yang panjang sekali untuk baris ini, sungguh")
        }
        .ui(ui);
    });
    egui::CentralPanel::default().frame(page_frame(ui.ctx())).show(ui, |ui| {
        place_header_ui(
            ui,
            false,
            "Triangulasi",
            |ui| {
                let choices = [
                    (0, Some(icons::QUOTES), "Kutipan"),
                    (1, Some(icons::TEXT_ALIGN_LEFT), "Ringkasan"),
                    (2, Some(icons::SQUARES_FOUR), "Cakupan"),
                ];
                segmented_ui(ui, "Tampilan", 0, &choices);
            },
            |ui| {
                Button::primary("Impor berkas…").icon(icons::DOWNLOAD_SIMPLE).ui(ui);
                Button::outlined("Saring").icon(icons::FUNNEL).ui(ui);
            },
        );
        egui::Frame::new().inner_margin(20).show(ui, |ui| {
            ui.horizontal(|ui| {
                Button::primary("Buka di Koding").ui(ui);
                Button::outlined("Ganti nama").ui(ui);
                Button::outlined("Kelompok informan").trailing(icons::CARET_DOWN).ui(ui);
                Button::quiet("Diam").icon(icons::PLUS).ui(ui);
                Button::link("Urungkan").ui(ui);
                Button::primary("Tidak bisa").enabled(false).ui(ui);
                Button::outlined("Kecil").small().ui(ui);
                Button::icon_only(icons::TEXT_AA, "Ukuran huruf").ui(ui);
                Button::icon_only(icons::SIDEBAR_SIMPLE, "Rincian").chosen(true).ui(ui);
                Button::icon_only(icons::ARROW_CLOCKWISE, "Ulangi").enabled(false).ui(ui);
                keycap_ui(ui, "Ctrl F");
                keycap_ui(ui, "4");
            });
            ui.horizontal(|ui| {
                for verdict in
                    [Verdict::Agreement, Verdict::Partial, Verdict::Dissonance, Verdict::Silence, Verdict::Unrated]
                {
                    let silent = if verdict == Verdict::Silence { "siswa" } else { "" };
                    verdict_ui(ui, catalog, verdict, silent);
                }
                chip_ui(ui, Some(icons::USER), "KS · Kepala sekolah");
                chip_ui(ui, None, "Tambahan");
            });
            ui.horizontal(|ui| {
                for direction in Direction::ALL.into_iter().map(Some).chain([None]) {
                    direction_mark_ui(ui, catalog, direction);
                }
                for (name, colour) in FAMILIES {
                    CodeChip {
                        look: theme.code(Colour(colour)),
                        short: name,
                        name: "",
                        direction: Some(Some(Direction::Supports)),
                    }
                    .ui(ui);
                }
                code_swatch_ui(ui, theme.code(Colour([1, 200, 90])), Some('8'));
            });
            CodeChip {
                look: theme.code(Colour([0xD5, 0x5E, 0x00])),
                short: "SUP.2",
                name: "Melaksanakan supervisi",
                direction: Some(Some(Direction::Weakens)),
            }
            .ui(ui);
            ui.horizontal(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(280.0);
                    direction_control_ui(ui, catalog, "Arah bukti", Some(Direction::Supports));
                    direction_control_ui(ui, catalog, "Arah bukti 2", Some(Direction::Weakens));
                    direction_control_ui(ui, catalog, "Arah bukti 3", None);
                    let mut text = String::new();
                    search_field_ui(ui, &mut text, "Cari kutipan, kode, atau baris", "Ctrl F");
                    let mut name = "Supervisi dan kesenjangan".to_owned();
                    field_ui(ui, "Judul proyek", &mut name, "");
                });
                ui.vertical(|ui| {
                    ui.set_width(300.0);
                    card_ui(ui, |ui| {
                        label_ui(ui, Words::of("SUP.3", type_scale::STRONG, theme.text));
                        label_ui(
                            ui,
                            Words::of("Setelah itu guru saya panggil satu per satu, ", type_scale::QUOTE, theme.text)
                                .then("saya sampaikan kelebihan ḥ ḍ ṣ", type_scale::QUOTE.strong(), theme.text),
                        );
                    });
                    rule_ui(ui);
                    label_ui(ui, Words::of("السلام عليكم، بسم الله", type_scale::READ, theme.text));
                    label_ui(ui, Words::of("▲ ◐ ▼ ◇ ○ 🙏 1.234 · 5.678", type_scale::BODY, theme.text));
                    ui.horizontal(|ui| {
                        checkbox_ui(ui, &mut true, "Kotak centang");
                        checkbox_ui(ui, &mut false, "Kosong");
                        menu_ui(ui, "Tindakan lain", &[MenuEntry::new("Hapus")]);
                    });
                    choice_ui(ui, "Teknik", &mut 0, &[(0, "Wawancara".to_owned()), (1, "Observasi".to_owned())]);
                });
                ui.vertical(|ui| {
                    ui.set_width(420.0);
                    text_area_ui(ui, "Catatan", &mut "Anak itu diam.\nLalu tertawa.".to_owned(), "", 3);
                    empty_place_ui(
                        ui,
                        icons::FILES,
                        "Belum ada sumber data. Mulai dari satu transkrip wawancara.",
                        &[(Some(icons::DOWNLOAD_SIMPLE), "Impor berkas…")],
                    );
                });
            });
        });
    });
}

fn hold(is_dark: bool, name: &str) {
    let catalog = Catalog::new(Language::Indonesian);
    let mut harness = Harness::builder()
        .with_size([1400.0, 640.0])
        .with_theme(if is_dark { egui::Theme::Dark } else { egui::Theme::Light })
        .with_context_setup(super::dress)
        .build_ui(move |ui| sheet_ui(ui, &catalog));
    harness.run_steps(3);
    super::hold(&mut harness, name);
}

#[test]
fn every_small_widget_looks_as_designed_in_the_light() {
    hold(false, "widgets-light");
}

#[test]
fn every_small_widget_looks_as_designed_in_the_dark() {
    hold(true, "widgets-dark");
}
