//! What the project says about itself is set: the identity that stands on everything handed out, and how passages
//! are cited.

use super::transact::Op;
use super::{Error, Landed, Project};
use crate::domain::citation::Pattern;
use crate::domain::{Language, Message, ProjectInfo};

/// What is to be set; what is nothing stays as it is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ProjectFacts {
    /// Title of the study.
    pub title: Option<String>,
    /// The school or place.
    pub school: Option<String>,
    /// Who does the research.
    pub researcher: Option<String>,
    /// The researcher's student number.
    pub student_number: Option<String>,
    /// The supervisor.
    pub supervisor: Option<String>,
    /// How passages are cited.
    pub citation: Option<String>,
    /// The language of the project. The usual pattern of the language before becomes that of the new one.
    pub language: Option<Language>,
}

impl ProjectFacts {
    /// Whether nothing is to be set.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Project {
    /// Sets facts of the project, all in one step.
    ///
    /// # Errors
    /// A title without letters, a citation pattern that cannot be used, or the file refuses. All facts stay as they
    /// were.
    pub fn set_project(&mut self, facts: &ProjectFacts) -> Result<Landed<()>, Error> {
        self.transact(Op::SetProject, |work| {
            let before = work.db.project()?;
            let mut after = before.clone();
            let set = |place: &mut String, value: &Option<String>| {
                if let Some(value) = value {
                    *place = one_line(value);
                }
            };
            set(&mut after.title, &facts.title);
            set(&mut after.school, &facts.school);
            set(&mut after.researcher, &facts.researcher);
            set(&mut after.student_number, &facts.student_number);
            set(&mut after.supervisor, &facts.supervisor);
            set(&mut after.citation, &facts.citation);
            if after.title.is_empty() {
                return Err(Error::NoTitle);
            }
            if let Some(language) = facts.language {
                if facts.citation.is_none() && after.citation == ProjectInfo::default_citation(after.language) {
                    after.citation = ProjectInfo::default_citation(language).to_owned();
                }
                after.language = language;
            }
            if after.citation != before.citation {
                Pattern::read(&after.citation).map_err(Error::Citation)?;
            }
            if after != before {
                work.db.set_project(&after)?;
            }
            let is_same_but_cited = ProjectInfo { citation: before.citation.clone(), ..after.clone() } == before;
            work.describe(if is_same_but_cited {
                Message::new("step-citation").with("pattern", after.citation.as_str())
            } else {
                Message::new("step-project").with("title", after.title.as_str())
            });
            Ok(())
        })
    }
}

/// Words for a line of their own. Blanks at the ends say nothing, and SQLite's text functions stop at U+0000.
fn one_line(words: &str) -> String {
    let plain = |letter: char| match letter {
        '\0' => '\u{FFFD}',
        letter if letter.is_control() => ' ',
        letter => letter,
    };
    words.chars().map(plain).collect::<String>().trim().to_owned()
}
