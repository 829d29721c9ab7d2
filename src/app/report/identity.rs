//! The form of the project's identity: what stands on everything handed out, and how passages are cited, with a real
//! passage cited by the pattern as it is being typed.

use crate::analysis::Study;
use crate::app::commands::{Commands, Request};
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::theme::{Theme, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, field_ui, label_ui};
use crate::domain::citation::Pattern;
use crate::domain::{Message, ProjectInfo};
use crate::project::{ProjectFacts, pattern_message};
use eframe::egui::{ScrollArea, Ui};

/// Width of the form, in points.
const WIDTH: f32 = 620.0;

/// The form, filled with what the project says of itself.
pub struct IdentityForm {
    title: String,
    school: String,
    researcher: String,
    student_number: String,
    supervisor: String,
    citation: String,
    is_new: bool,
}

impl IdentityForm {
    /// The form of an open project.
    pub fn of(project: &ProjectInfo) -> Self {
        Self {
            title: project.title.clone(),
            school: project.school.clone(),
            researcher: project.researcher.clone(),
            student_number: project.student_number.clone(),
            supervisor: project.supervisor.clone(),
            citation: project.citation.clone(),
            is_new: true,
        }
    }

    fn facts(&self) -> ProjectFacts {
        ProjectFacts {
            title: Some(self.title.clone()),
            school: Some(self.school.clone()),
            researcher: Some(self.researcher.clone()),
            student_number: Some(self.student_number.clone()),
            supervisor: Some(self.supervisor.clone()),
            citation: Some(self.citation.clone()),
            language: None,
        }
    }

    /// The sentence below the pattern: the example, or why there is none; and whether the pattern can be kept.
    fn example(&self, study: &Study) -> (Message, bool) {
        // A pattern that a file holds already may stay, whatever it is.
        if let Err(error) = Pattern::read(&self.citation) {
            return (pattern_message(&error), self.citation == study.project.citation);
        }
        match study.citation_example(&self.citation) {
            Some(example) => (Message::new("identity-example-is").with("example", example), true),
            None => (Message::new("identity-example-none"), true),
        }
    }

    fn fields_ui(&mut self, ui: &mut Ui, view: &View<'_>) -> bool {
        let theme = Theme::of(ui);
        ui.spacing_mut().item_spacing.y = space::S;
        let first = field_ui(ui, &view.text("identity-title"), &mut self.title, "");
        if std::mem::take(&mut self.is_new) {
            first.request_focus();
        }
        field_ui(ui, &view.text("identity-school"), &mut self.school, &view.text("identity-school.hint"));
        ui.columns(2, |columns| {
            let (name, number) = (view.text("identity-researcher"), view.text("identity-student-number"));
            field_ui(&mut columns[0], &name, &mut self.researcher, &view.text("identity-researcher.hint"));
            field_ui(&mut columns[1], &number, &mut self.student_number, "");
        });
        field_ui(ui, &view.text("identity-supervisor"), &mut self.supervisor, "");
        field_ui(ui, &view.text("identity-citation"), &mut self.citation, "");
        let (sentence, is_usable) = self.example(view.study);
        let ink = if is_usable { theme.text } else { theme.dissonance.text };
        label_ui(ui, Words::of(&view.say(&sentence), type_scale::BODY, ink));
        label_ui(ui, Words::of(&view.text("identity-citation.note"), type_scale::SMALL, theme.text3));
        is_usable
    }
}

impl Pane for IdentityForm {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        let Some(project) = &view.project else { return true };
        pane_width_ui(ui, WIDTH);
        heading_ui(ui, &project.text("identity-heading"));
        let theme = Theme::of(ui);
        label_ui(ui, Words::of(&project.text("identity-heading.note"), type_scale::SMALL, theme.text2));
        ui.add_space(space::XS);
        let room = ui.ctx().content_rect().height() * 0.66;
        let is_usable = ScrollArea::vertical()
            .max_height(room)
            .min_scrolled_height(room)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.set_max_width(ui.available_width() - space::S);
                self.fields_ui(ui, project)
            })
            .inner;
        let (save, close) = (project.text("identity-save"), project.text("overlay-close"));
        let tip = if project.is_read_only { project.text("read-only") } else { String::new() };
        let can_save = is_usable && !project.is_read_only && !self.title.trim().is_empty();
        let mut is_done = false;
        foot_ui(ui, |ui| {
            if Button::primary(&save).enabled(can_save).tip(&tip).ui(ui).clicked() {
                let facts = self.facts();
                commands.send(Request::change(move |project| project.set_project(&facts)));
                is_done = true;
            }
            is_done |= Button::outlined(&close).ui(ui).clicked();
        });
        is_done
    }
}
