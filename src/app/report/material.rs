//! What a paper needs of the file beside the study: the texts of sources, and the history for the audit trail.

use super::wanted::{Wanted, What};
use crate::app::commands::{Commands, Request};
use crate::app::view::View;
use crate::domain::{AuditStep, ProjectId};
use crate::export::Transcribed;
use crate::project::{Error, Project};
use std::sync::{Arc, Mutex};

/// Texts and steps, where what is wanted takes them.
#[derive(Clone, Default)]
pub struct Material {
    /// Texts of a transcript.
    pub texts: Vec<Transcribed>,
    /// Steps of an audit trail, oldest first; nothing until the file has been asked.
    pub steps: Option<Arc<Vec<AuditStep>>>,
}

impl Material {
    /// Reads all of it.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn read(wanted: &Wanted, project: &mut Project) -> Result<Self, Error> {
        let mut material = Self::default();
        match wanted.what {
            What::Transcript => {
                for source in wanted.sources(&project.study()) {
                    material.texts.push(Transcribed { source, text: project.text(source)? });
                }
            }
            What::Audit => material.steps = Some(Arc::new(project.audit()?)),
            _ => {}
        }
        Ok(material)
    }
}

/// A state of a project.
type Moment = (ProjectId, u64);
/// The history as it stood at a moment, once the file has answered.
type Answer = Arc<Mutex<Option<(Moment, Arc<Vec<AuditStep>>)>>>;

/// The history for the preview, asked for once a revision.
#[derive(Default)]
pub struct Trail {
    asked: Option<Moment>,
    answer: Answer,
}

impl Trail {
    /// The steps as they stood last, and a wish for those of now where they are others.
    pub fn steps(&mut self, view: &View<'_>, commands: &mut Commands) -> Option<Arc<Vec<AuditStep>>> {
        let now = (view.study.project.id, view.study.project.revision);
        let known = self.answer.lock().ok().and_then(|answer| answer.clone());
        if known.as_ref().is_none_or(|(moment, _)| *moment != now) && self.asked != Some(now) {
            self.asked = Some(now);
            let answer = Arc::clone(&self.answer);
            commands.send(Request::Ask(Box::new(move |project| {
                let steps = Arc::new(project.audit()?);
                if let Ok(mut answer) = answer.lock() {
                    *answer = Some((now, steps));
                }
                Ok(None)
            })));
        }
        known.filter(|(moment, _)| moment.0 == now.0).map(|(_, steps)| steps)
    }
}
